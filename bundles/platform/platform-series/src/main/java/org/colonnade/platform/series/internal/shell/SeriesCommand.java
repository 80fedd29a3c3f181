package org.colonnade.platform.series.internal.shell;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.series.internal.SeriesDesk;

/** Shows how far number series have come. */
@Service
@Command(scope = "colonnade", name = "series", description = "Shows how far number series have come")
public class SeriesCommand implements Action {

    private static final int PERIODS = 3;

    @Argument(name = "code", description = "the series' code; all if missing")
    @Completion(SeriesCodes.class)
    private String code;

    @Reference
    private SeriesDesk desk;

    @Reference
    private Session session;

    @Override
    public Object execute() throws CommandException {
        try {
            boolean found = false;
            for (long id : desk.ids()) {
                SeriesDesk.Seen seen = desk.look(id);
                if (code == null || code.equals(seen.line().code())) {
                    show(session.getConsole(), seen, code == null ? PERIODS : Integer.MAX_VALUE);
                    found = true;
                }
            }
            if (!found) {
                throw new CommandException(
                        code == null ? "There is no series yet." : "There is no series '" + code + "'.");
            }
            return null;
        } catch (Problem problem) {
            throw new CommandException(problem.getMessage(), problem.getMessage());
        }
    }

    private static void show(PrintStream out, SeriesDesk.Seen seen, int periods) {
        out.printf("%s, %s%n", seen.line().code(), seen.line().reset().name().toLowerCase(Locale.ROOT));
        seen.periods().stream().limit(periods).forEach(period -> out.println("  " + line(period)));
    }

    private static String line(SeriesDesk.Reached period) {
        String name = period.period().isEmpty() ? "all time" : period.period();
        return period.given() == 0
                ? name + ": begins with " + period.first()
                : name + ": " + period.first() + " to " + period.latest();
    }
}
