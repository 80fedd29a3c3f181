package org.colonnade.platform.privacy.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.privacy.RetentionAction;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.privacy.internal.Json;
import org.colonnade.platform.privacy.internal.RetentionDraft;
import org.colonnade.platform.privacy.internal.RetentionRule;
import org.colonnade.platform.privacy.internal.RetentionRun;

/** Retention rules and their runs. */
public final class RetentionStore {

    /** The lease of whoever runs rules. */
    public static final String LEASE = "retention";

    private static final String PAGE = "select * from privacy_retention_rule where id < ? order by id desc limit ?";
    private static final String ENABLED = "select * from privacy_retention_rule where enabled order by id";
    private static final String FIND = "select * from privacy_retention_rule where id = ?";
    private static final String LOCK = "select * from privacy_retention_rule where id = ? for update";
    private static final String ADD =
            "insert into privacy_retention_rule (name, kind, older_than_days, states, action, enabled, changed_at, changed_by, version, id)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)";
    private static final String CHANGE =
            "update privacy_retention_rule set name = ?, kind = ?, older_than_days = ?, states = ?, action = ?, enabled = ?,"
                    + " changed_at = ?, changed_by = ?, version = version + 1 where id = ?";
    private static final String DROP_RUNS = "delete from privacy_retention_run where rule_id = ?";
    private static final String DROP = "delete from privacy_retention_rule where id = ?";
    private static final String LAST_RUN =
            "select * from privacy_retention_run where rule_id = ? order by id desc limit 1";
    private static final String RUNS =
            "select * from privacy_retention_run where rule_id = ? and id < ? order by id desc limit ?";
    private static final String BEGIN =
            "insert into privacy_retention_run (id, rule_id, trigger_kind, started_by, started_at, done_count, kept_count)"
                    + " values (?, ?, ?, ?, ?, 0, 0)";
    private static final String COUNT =
            "update privacy_retention_run set done_count = done_count + ?, kept_count = kept_count + ? where id = ?";
    private static final String END = "update privacy_retention_run set finished_at = ?, failure = ? where id = ?";
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private RetentionStore() {}

    public static Page<RetentionRule> list(Work work, PageRequest page) throws SQLException {
        List<RetentionRule> rules =
                completed(work, Sql.query(work, PAGE, row -> read(row, null), Sql.before(page), page.limit() + 1));
        return Sql.page(rules, page, RetentionRule::id);
    }

    public static List<RetentionRule> enabled(Work work) throws SQLException {
        return completed(work, Sql.query(work, ENABLED, row -> read(row, null)));
    }

    public static Optional<RetentionRule> find(Work work, long id) throws SQLException {
        return completed(work, Sql.query(work, FIND, row -> read(row, null), id)).stream()
                .findFirst();
    }

    /** The same, kept from change by others until the transaction ends. */
    public static Optional<RetentionRule> lock(Work work, long id) throws SQLException {
        return completed(work, Sql.query(work, LOCK, row -> read(row, null), id)).stream()
                .findFirst();
    }

    public static long add(Work work, RetentionDraft draft, String actor) throws SQLException {
        long id = work.newId();
        write(work, ADD, id, draft, actor);
        return id;
    }

    public static void change(Work work, long id, RetentionDraft draft, String actor) throws SQLException {
        write(work, CHANGE, id, draft, actor);
    }

    public static void remove(Work work, long id) throws SQLException {
        Sql.update(work, DROP_RUNS, id);
        Sql.update(work, DROP, id);
    }

    public static Page<RetentionRun> runs(Work work, long rule, PageRequest page) throws SQLException {
        List<RetentionRun> runs = Sql.query(work, RUNS, RetentionStore::run, rule, Sql.before(page), page.limit() + 1);
        return Sql.page(runs, page, RetentionRun::id);
    }

    public static void begin(Work work, long run, long rule, String trigger, String actor) throws SQLException {
        Sql.update(work, BEGIN, run, rule, trigger, actor, work.now());
    }

    public static void count(Work work, long run, long done, long kept) throws SQLException {
        Sql.update(work, COUNT, done, kept, run);
    }

    public static void end(Work work, long run, String failure) throws SQLException {
        Sql.update(work, END, work.now(), failure, run);
    }

    private static void write(Work work, String constant, long id, RetentionDraft draft, String actor)
            throws SQLException {
        Sql.update(
                work,
                constant,
                draft.name(),
                draft.kind(),
                draft.olderThanDays(),
                Json.write(draft.states()),
                draft.action().name(),
                draft.enabled(),
                work.now(),
                actor,
                id);
    }

    private static List<RetentionRule> completed(Work work, List<RetentionRule> rules) throws SQLException {
        List<RetentionRule> complete = new ArrayList<>();
        for (RetentionRule rule : rules) {
            RetentionRun last = Sql.one(work, LAST_RUN, RetentionStore::run, Tsid.parse(rule.id()))
                    .orElse(null);
            complete.add(new RetentionRule(
                    rule.id(),
                    rule.name(),
                    rule.kind(),
                    rule.olderThanDays(),
                    rule.states(),
                    rule.action(),
                    rule.enabled(),
                    rule.changedAt(),
                    rule.changedBy(),
                    last,
                    rule.version()));
        }
        return complete;
    }

    private static RetentionRule read(ResultSet row, RetentionRun last) throws SQLException {
        return new RetentionRule(
                Tsid.text(row.getLong("id")),
                row.getString("name"),
                row.getString("kind"),
                row.getInt("older_than_days"),
                Json.read(row.getString("states"), TEXTS),
                RetentionAction.valueOf(row.getString("action")),
                row.getBoolean("enabled"),
                Sql.instant(row, "changed_at"),
                row.getString("changed_by"),
                last,
                row.getLong("version"));
    }

    private static RetentionRun run(ResultSet row) throws SQLException {
        return new RetentionRun(
                Tsid.text(row.getLong("id")),
                row.getString("trigger_kind"),
                row.getString("started_by"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "finished_at"),
                row.getLong("done_count"),
                row.getLong("kept_count"),
                row.getString("failure"));
    }
}
