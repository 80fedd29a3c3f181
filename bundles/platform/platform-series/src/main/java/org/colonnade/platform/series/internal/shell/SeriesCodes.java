package org.colonnade.platform.series.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.series.internal.SeriesDesk;

/** Offers the codes of the series. */
@Service
public class SeriesCodes implements Completer {

    @Reference
    private SeriesDesk desk;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        try {
            return new StringsCompleter(desk.ids().stream()
                            .map(id -> desk.look(id).line().code())
                            .toList())
                    .complete(session, line, candidates);
        } catch (Problem away) {
            return -1;
        }
    }
}
