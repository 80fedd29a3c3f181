package org.colonnade.platform.api.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Proves that the data of the modules agrees: runs their {@link org.colonnade.platform.api.Invariant}s, now or by a schedule, and keeps
 * what was found. One run at a time, over all nodes; callers have already been let in.
 */
@ProviderType
public interface InvariantRuns {

    /** Every invariant that is here now, by name, each with what was last found out about it. */
    List<Verdict> all();

    /**
     * Begins a run on behalf of the thread's caller.
     *
     * @param names of invariants or of modules; empty for all
     * @return the run, not yet finished
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.invariant.unknown}
     * @throws org.colonnade.platform.api.problem.Conflict {@code platform.invariants.running}
     */
    Run start(Collection<String> names);

    /**
     * Waits for a run.
     *
     * @param patience how long at most
     * @return the run, finished or not
     * @throws org.colonnade.platform.api.problem.NotFound {@code platform.invariant-run.not-found}
     */
    Run await(String id, Duration patience);

    /** The runs that are kept, newest first, without their verdicts. */
    Page<Run> runs(PageRequest page);

    /** @throws org.colonnade.platform.api.problem.NotFound {@code platform.invariant-run.not-found} */
    Run get(String id);

    /** What was found out about an invariant. */
    enum Outcome {
        /** No record was found for which it is not true. */
        HOLDS,
        /** There are counter-examples. */
        VIOLATED,
        /** It could not be checked: the check broke, or took too long. */
        UNCHECKED,
        /** It was never checked. */
        UNKNOWN
    }

    /**
     * What was found out about one invariant.
     *
     * @param name of the invariant
     * @param module the module that declares it
     * @param statement in plain words
     * @param outcome what was found out
     * @param holds whether it is true; false also where that is not known
     * @param counterExamples records for which it is not true, at most as many as are configured
     * @param failure why it could not be checked, or null
     * @param checkedAt when, UTC; null if never
     * @param since since when the outcome is the same, UTC; null where it was never checked, or in the result of a single run
     * @param millis how long it took
     */
    record Verdict(
            String name,
            String module,
            String statement,
            Outcome outcome,
            boolean holds,
            List<String> counterExamples,
            String failure,
            Instant checkedAt,
            Instant since,
            long millis) {}

    /**
     * One run.
     *
     * @param id of the run
     * @param state where it is in its life
     * @param trigger whether somebody asked for it
     * @param startedBy who, as a reference
     * @param startedAt UTC
     * @param finishedAt UTC; null while it runs
     * @param asked the names that were asked for; empty for all
     * @param checked how many invariants were looked at so far
     * @param violated how many of them do not hold
     * @param unchecked how many of them could not be checked
     * @param verdicts one for each; empty in a list of runs
     */
    record Run(
            String id,
            State state,
            Trigger trigger,
            String startedBy,
            Instant startedAt,
            Instant finishedAt,
            List<String> asked,
            int checked,
            int violated,
            int unchecked,
            List<Verdict> verdicts) {

        /** Where a run is in its life. */
        public enum State {
            RUNNING,
            FINISHED,
            /** Its node went away in the middle. */
            ABANDONED
        }

        /** Why a run began. */
        public enum Trigger {
            ASKED,
            SCHEDULED
        }
    }
}
