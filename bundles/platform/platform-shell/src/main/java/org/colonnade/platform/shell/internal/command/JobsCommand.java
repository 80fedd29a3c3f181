package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobQuery;
import org.colonnade.platform.api.job.JobState;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.problem.Rejected;

/** Shows the jobs and how they stand. */
@Service
@Command(scope = "colonnade", name = "jobs", description = "Shows the jobs and how they stand, newest first")
public final class JobsCommand extends HouseCommand {

    @Option(name = "--state", description = "only those: QUEUED, RUNNING, DONE, FAILED or CANCELLED")
    private String state;

    @Option(name = "--kind", description = "only those of the kind, such as crm.import")
    private String kind;

    @Option(name = "--after", description = "the mark that the page before ended with")
    private String after;

    @Override
    void run(PrintStream out) {
        JobQuery query = new JobQuery(state(), kind, false);
        Page<Job> page = house().the(Jobs.class, "jobs").list(query, PageRequest.of(null, after));
        ShellTable table = new ShellTable().emptyTableText("No jobs.");
        table.column("id");
        table.column("kind");
        table.column("title");
        table.column("owner");
        table.column("state");
        table.column("done");
        table.column("since");
        table.column("what");
        for (Job job : page.items()) {
            table.addRow()
                    .addContent(
                            job.id(),
                            job.kind(),
                            job.title(),
                            job.ownerName(),
                            job.cancelling() ? "CANCELLING" : job.state(),
                            job.total() == null ? job.done() : job.done() + " of " + job.total(),
                            job.changedAt(),
                            what(job));
        }
        table.print(out);
        if (page.next() != null) {
            out.println("More: --after " + page.next());
        }
    }

    private JobState state() {
        try {
            return state == null ? null : JobState.valueOf(state.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Rejected(
                    "platform.job.state", "A job is QUEUED, RUNNING, DONE, FAILED or CANCELLED, not '" + state + "'.");
        }
    }

    private static String what(Job job) {
        if (job.failure() != null) {
            return job.failure().code() + ": " + job.failure().sentence();
        }
        if (job.waitingFor() != null) {
            return "waiting for " + job.waitingFor();
        }
        return job.message() == null ? "" : job.message();
    }
}
