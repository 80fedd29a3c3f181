package org.colonnade.crm.internal.shell;

import java.io.PrintStream;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.Problem;

/** Finds parties by words, as the search of the API does. */
@Service
@Command(
        scope = "crm",
        name = "find",
        description = "Finds people and organisations by words of their names, addresses, numbers, notes")
public class FindCommand implements Action {

    @Argument(name = "words", description = "words that must all occur", required = true, multiValued = true)
    private List<String> words;

    @Option(name = "--limit", description = "how many to show")
    private int limit = 20;

    @Reference
    private PartyDirectory directory;

    @Reference
    private Session session;

    @Override
    public Object execute() throws CommandException {
        try {
            show(session.getConsole());
            return null;
        } catch (Problem problem) {
            throw new CommandException(problem.getMessage(), problem.getMessage());
        }
    }

    private void show(PrintStream out) {
        Page<Party> page = directory.search(
                Actor.system("console"), PartyQuery.text(String.join(" ", words)), new PageRequest(limit, null));
        ShellTable table = new ShellTable().emptyTableText("Nobody is found by these words.");
        table.column("id");
        table.column("name");
        table.column("organisation");
        table.column("e-mail");
        table.column("phone");
        for (Party party : page.items()) {
            table.addRow()
                    .addContent(
                            party.id(),
                            party.displayName(),
                            text(party.organisation()),
                            first(party, ContactType.EMAIL),
                            first(party, ContactType.PHONE));
        }
        table.print(out);
        if (page.next() != null) {
            out.println("There are more; name more words.");
        }
    }

    private static String first(Party party, ContactType type) {
        return party.contactPoints().stream()
                .filter(point -> point.type() == type && point.primary())
                .map(point -> point.doNotUse() ? point.value() + " (not to be used)" : point.value())
                .findFirst()
                .orElse("");
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
