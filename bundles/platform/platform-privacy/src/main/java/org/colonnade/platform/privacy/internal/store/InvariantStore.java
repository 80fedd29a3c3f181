package org.colonnade.platform.privacy.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.admin.InvariantRuns.Outcome;
import org.colonnade.platform.api.admin.InvariantRuns.Run;
import org.colonnade.platform.api.admin.InvariantRuns.Verdict;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.privacy.internal.Json;

/** The runs of the invariants and what was last found out about each. */
public final class InvariantStore {

    /** The lease of whoever runs them; its holder is the run. */
    public static final String LEASE = "invariants";

    private static final String BEGIN =
            "insert into privacy_invariant_run (id, trigger_kind, started_by, started_at, asked, checked, violated, unchecked)"
                    + " values (?, ?, ?, ?, ?, 0, 0, 0)";
    private static final String COUNT =
            "update privacy_invariant_run set checked = checked + 1, violated = violated + ?, unchecked = unchecked + ? where id = ?";
    private static final String FINISH = "update privacy_invariant_run set finished_at = ? where id = ?";
    private static final String ADD =
            "insert into privacy_invariant_verdict (run_id, name, statement, outcome, examples, failure, checked_at, millis)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String STATE =
            "select outcome, told, since_at from privacy_invariant where name = ? for update";
    private static final String KEEP =
            "update privacy_invariant set outcome = ?, told = ?, since_at = ?, checked_at = ?, examples = ?, failure = ?, millis = ?"
                    + " where name = ?";
    private static final String MAKE =
            "insert into privacy_invariant (outcome, told, since_at, checked_at, examples, failure, millis, name)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LAST =
            "select name, outcome, since_at, checked_at, examples, failure, millis from privacy_invariant";
    private static final String RUNS = "select * from privacy_invariant_run where id < ? order by id desc limit ?";
    private static final String RUN = "select * from privacy_invariant_run where id = ?";
    private static final String VERDICTS = "select * from privacy_invariant_verdict where run_id = ? order by name";
    private static final String OLDEST_KEPT = "select id from privacy_invariant_run order by id desc limit 1 offset ?";
    private static final String DROP_VERDICTS = "delete from privacy_invariant_verdict where run_id <= ?";
    private static final String DROP_RUNS = "delete from privacy_invariant_run where id <= ?";
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private InvariantStore() {}

    public static void begin(Work work, long id, Run.Trigger trigger, String actor, List<String> asked)
            throws SQLException {
        Sql.update(work, BEGIN, id, trigger.name(), actor, work.now(), Json.write(asked));
    }

    /**
     * Writes down what was found out.
     *
     * @return whether the invariant has just turned from holding to not holding
     */
    public static boolean add(Work work, long run, Verdict verdict) throws SQLException {
        String examples = Json.write(verdict.counterExamples());
        String outcome = verdict.outcome().name();
        Sql.update(
                work,
                ADD,
                run,
                verdict.name(),
                verdict.statement(),
                outcome,
                examples,
                verdict.failure(),
                verdict.checkedAt(),
                verdict.millis());
        Sql.update(
                work,
                COUNT,
                verdict.outcome() == Outcome.VIOLATED ? 1 : 0,
                verdict.outcome() == Outcome.UNCHECKED ? 1 : 0,
                run);
        return keep(work, verdict, outcome, examples);
    }

    private static boolean keep(Work work, Verdict verdict, String outcome, String examples) throws SQLException {
        Optional<State> before = Sql.one(
                work,
                STATE,
                row -> new State(row.getString("outcome"), row.getBoolean("told"), Sql.instant(row, "since_at")),
                verdict.name());
        boolean toldBefore = before.map(State::told).orElse(false);
        boolean told = verdict.outcome() == Outcome.VIOLATED || verdict.outcome() != Outcome.HOLDS && toldBefore;
        Sql.update(
                work,
                before.isPresent() ? KEEP : MAKE,
                outcome,
                told,
                before.filter(state -> state.outcome().equals(outcome))
                        .map(State::since)
                        .orElse(verdict.checkedAt()),
                verdict.checkedAt(),
                examples,
                verdict.failure(),
                verdict.millis(),
                verdict.name());
        return told && !toldBefore;
    }

    public static void finish(Work work, long run) throws SQLException {
        Sql.update(work, FINISH, work.now(), run);
    }

    /** Deletes the runs beyond the newest so many. */
    public static void prune(Work work, int kept) throws SQLException {
        Optional<Long> last = Sql.one(work, OLDEST_KEPT, row -> row.getLong(1), kept);
        if (last.isPresent()) {
            Sql.update(work, DROP_VERDICTS, last.get());
            Sql.update(work, DROP_RUNS, last.get());
        }
    }

    /** What was last found out, by the invariants' names; without their statements. */
    public static Map<String, Verdict> last(Work work) throws SQLException {
        Map<String, Verdict> all = new HashMap<>();
        Sql.query(work, LAST, row -> {
            Verdict verdict = verdict(row, "", Sql.instant(row, "since_at"));
            return all.put(verdict.name(), verdict);
        });
        return all;
    }

    public static Page<Run> runs(Work work, PageRequest page) throws SQLException {
        String holder = Leases.look(work, LEASE).holder();
        List<Run> runs = Sql.query(work, RUNS, row -> run(row, holder, List.of()), Sql.before(page), page.limit() + 1);
        return Sql.page(runs, page, Run::id);
    }

    public static Optional<Run> find(Work work, long id) throws SQLException {
        String holder = Leases.look(work, LEASE).holder();
        // the verdicts last: a run that was read as finished has all of them
        return Sql.one(work, RUN, row -> run(row, holder, verdicts(work, id)), id);
    }

    private static List<Verdict> verdicts(Work work, long run) throws SQLException {
        return Sql.query(work, VERDICTS, row -> verdict(row, row.getString("statement"), null), run);
    }

    private static Verdict verdict(ResultSet row, String statement, Instant since) throws SQLException {
        Outcome outcome = Outcome.valueOf(row.getString("outcome"));
        String name = row.getString("name");
        return new Verdict(
                name,
                module(name),
                statement,
                outcome,
                outcome == Outcome.HOLDS,
                Json.read(row.getString("examples"), TEXTS),
                row.getString("failure"),
                Sql.instant(row, "checked_at"),
                since,
                row.getLong("millis"));
    }

    /** The module of an invariant: what its name begins with. */
    public static String module(String invariant) {
        int dot = invariant.indexOf('.');
        return dot < 0 ? invariant : invariant.substring(0, dot);
    }

    private static Run run(ResultSet row, String holder, List<Verdict> verdicts) throws SQLException {
        String id = Tsid.text(row.getLong("id"));
        Instant finished = Sql.instant(row, "finished_at");
        Run.State open = id.equals(holder) ? Run.State.RUNNING : Run.State.ABANDONED;
        return new Run(
                id,
                finished != null ? Run.State.FINISHED : open,
                Run.Trigger.valueOf(row.getString("trigger_kind")),
                row.getString("started_by"),
                Sql.instant(row, "started_at"),
                finished,
                Json.read(row.getString("asked"), TEXTS),
                row.getInt("checked"),
                row.getInt("violated"),
                row.getInt("unchecked"),
                verdicts);
    }

    /** What was known of an invariant before. */
    private record State(String outcome, boolean told, Instant since) {}
}
