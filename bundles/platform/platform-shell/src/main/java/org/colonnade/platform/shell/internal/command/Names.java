package org.colonnade.platform.shell.internal.command;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.colonnade.platform.api.problem.Problem;

/** Completes from a list that is looked up at the moment; without the service behind it there is simply nothing to offer. */
abstract class Names implements Completer {

    private final Supplier<Collection<String>> names;

    Names(Supplier<Collection<String>> names) {
        this.names = names;
    }

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(now()).complete(session, line, candidates);
    }

    private Collection<String> now() {
        try {
            return names.get();
        } catch (Problem absent) {
            return List.of();
        }
    }
}
