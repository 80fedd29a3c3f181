package org.colonnade.crm.internal.lead;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.lead.ScoreRule;
import org.colonnade.crm.api.lead.Signal;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.lead.Held;
import org.colonnade.crm.internal.domain.lead.RuleVersion;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Work;

/** The tables of scoring: the versions of the rules, and when which of them held for which lead. */
final class ScoreTable {

    private static final String PRESENT =
            "select id, version, changed_at, name, condition_text, edition, edition_since, points, half_life_days, valid_from,"
                    + " valid_until, active from crm_score_rule where archived = false order by id";
    private static final String VERSIONS =
            "select rule_id, version, since_at, name, condition_text, edition, edition_since, points, half_life_days, valid_from,"
                    + " valid_until, active from crm_score_rule_version order by rule_id, version";
    private static final String ASKED =
            "select rule_id, version, since_at, name, condition_text, edition, edition_since, points, half_life_days, valid_from,"
                    + " valid_until, active from crm_score_rule_version v"
                    + " where exists (select 1 from crm_score_job j where j.rule_id = v.rule_id) order by rule_id, version";
    private static final String ADD_VERSION =
            "insert into crm_score_rule_version (rule_id, version, since_at, name, condition_text, edition, edition_since, points,"
                    + " half_life_days, valid_from, valid_until, active) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String HELD =
            "select rule_id, edition, since_at, until_at from crm_score_signal where lead_id = ?";
    private static final String OPEN =
            "insert into crm_score_signal (lead_id, rule_id, edition, since_at) values (?, ?, ?, ?)";
    private static final String REOPEN = "update crm_score_signal set until_at = null"
            + " where lead_id = ? and rule_id = ? and edition = ? and since_at = ?";
    private static final String ADD_HELD =
            "insert into crm_score_signal (lead_id, rule_id, edition, since_at, until_at) values (?, ?, ?, ?, ?)";
    private static final String CLOSE =
            "update crm_score_signal set until_at = ? where lead_id = ? and rule_id = ? and edition = ? and until_at is null";
    private static final String DUE =
            "update crm_lead set rescore_at = ? where id = ? and exists (select 1 from crm_score_rule r where r.archived = false"
                    + " and r.active and (r.half_life_days is not null or r.valid_from is not null or r.valid_until is not null))";
    private static final String NEVER_DUE =
            "update crm_lead set rescore_at = null where id = ? and rescore_at is not null";
    private static final String JOB = "update crm_score_job set last_lead = -1 where rule_id = ?";
    private static final String NEW_JOB = "insert into crm_score_job (rule_id, last_lead) values (?, -1)";
    private static final String NEXT_JOB =
            "select rule_id, last_lead from crm_score_job order by rule_id limit 1 for update skip locked";
    private static final String JOB_AT = "update crm_score_job set last_lead = ? where rule_id = ?";
    private static final String JOB_DONE = "delete from crm_score_job where rule_id = ?";
    private static final String NEXT_LEADS = "select id from crm_lead where id > ? order by id limit 200 for update";
    private static final String LOCKED = "select id from crm_lead where id = ? for update";
    private static final String FADING =
            "select id from crm_lead where rescore_at <= ? order by rescore_at limit 200 for update skip locked";
    private static final String SCORE = "update crm_lead set score = ?, signals = ?, rescore_at = ? where id = ?";

    private ScoreTable() {}

    /** A job: a rule whose leads are looked over. */
    record Job(long rule, long lastLead) {}

    /** The lead, locked, if it is there. */
    static List<Long> locked(Work work, String lead) throws SQLException {
        return Sql.query(connection(work), LOCKED, row -> row.getLong(1), Tsid.parse(lead));
    }

    /** The rules as they are now; those that are put away are not among them. */
    static List<RuleVersion> present(Work work) throws SQLException {
        return Sql.query(connection(work), PRESENT, ScoreTable::version);
    }

    /** Every version of every rule. */
    static List<RuleVersion> versions(Work work) throws SQLException {
        return Sql.query(connection(work), VERSIONS, ScoreTable::version);
    }

    /** Every version of the rules whose leads are still being looked over. */
    static List<RuleVersion> asked(Work work) throws SQLException {
        return Sql.query(connection(work), ASKED, ScoreTable::version);
    }

    private static RuleVersion version(ResultSet row) throws SQLException {
        return new RuleVersion(
                Tsid.text(row.getLong(1)),
                row.getLong(2),
                instant(row, 3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                instant(row, 7),
                row.getInt(8),
                row.getObject(9, Integer.class),
                instant(row, 10),
                instant(row, 11),
                row.getBoolean(12));
    }

    /** Keeps a version of a rule, and has all leads looked over. */
    static void add(Work work, Kept<ScoreRule> rule) throws SQLException {
        ScoreRule value = rule.value();
        long id = Tsid.parse(rule.id());
        Sql.update(
                connection(work),
                ADD_VERSION,
                id,
                rule.version(),
                utc(rule.changedAt()),
                value.name(),
                value.condition(),
                value.edition(),
                utc(value.editionSince()),
                value.points(),
                value.halfLifeDays(),
                utc(value.validFrom()),
                utc(value.validUntil()),
                value.active() && !rule.archived());
        if (Sql.update(connection(work), JOB, id) == 0) {
            Sql.update(connection(work), NEW_JOB, id);
        }
    }

    /** When which conditions held for a lead. */
    static List<Held> held(Work work, String lead) throws SQLException {
        return Sql.query(
                connection(work),
                HELD,
                row -> new Held(Tsid.text(row.getLong(1)), row.getLong(2), instant(row, 3), instant(row, 4)),
                Tsid.parse(lead));
    }

    /** Writes down which conditions hold from now on, and which no more. */
    static void keep(Work work, String lead, List<Signal> before, List<Signal> after) throws SQLException {
        for (Signal signal : before) {
            if (!after.contains(signal)) {
                Sql.update(
                        connection(work),
                        CLOSE,
                        utc(work.now()),
                        Tsid.parse(lead),
                        Tsid.parse(signal.rule()),
                        signal.edition());
            }
        }
        for (Signal signal : after) {
            if (!before.contains(signal)) {
                open(work, lead, signal);
            }
        }
    }

    /** A rule that was put away and came back goes on where it stopped. */
    private static void open(Work work, String lead, Signal signal) throws SQLException {
        Object[] row = {Tsid.parse(lead), Tsid.parse(signal.rule()), signal.edition(), utc(signal.since())};
        if (!signal.since().isBefore(work.now()) || Sql.update(connection(work), REOPEN, row) == 0) {
            Sql.update(connection(work), OPEN, row);
        }
    }

    /** Writes down when conditions held that nobody looked at in that time; what was looked at stays as it is. */
    static void overlooked(Work work, String lead, List<Held> times) throws SQLException {
        List<Held> known = times.isEmpty() ? List.of() : held(work, lead);
        for (Held one : times) {
            if (known.stream().noneMatch(row -> row.rule().equals(one.rule()) && row.edition() == one.edition())) {
                Sql.update(
                        connection(work),
                        ADD_HELD,
                        Tsid.parse(lead),
                        Tsid.parse(one.rule()),
                        one.edition(),
                        utc(one.since()),
                        utc(one.until()));
            }
        }
    }

    /** Has a lead's score worked out again then, if any rule changes by itself; null for never. */
    static void due(Work work, String lead, Instant when) throws SQLException {
        if (when == null) {
            Sql.update(connection(work), NEVER_DUE, Tsid.parse(lead));
        } else {
            Sql.update(connection(work), DUE, utc(when), Tsid.parse(lead));
        }
    }

    /** A rule whose leads are to be looked over, locked; null if there is none that nobody else has taken. */
    static Job job(Work work) throws SQLException {
        List<Job> jobs = Sql.query(connection(work), NEXT_JOB, row -> new Job(row.getLong(1), row.getLong(2)));
        return jobs.isEmpty() ? null : jobs.get(0);
    }

    /** The next leads of a job, locked. */
    static List<Long> leads(Work work, Job job) throws SQLException {
        return Sql.query(connection(work), NEXT_LEADS, row -> row.getLong(1), job.lastLead());
    }

    /** The job has come so far; null when it is done. */
    static void reached(Work work, Job job, Long lead) throws SQLException {
        if (lead == null) {
            Sql.update(connection(work), JOB_DONE, job.rule());
        } else {
            Sql.update(connection(work), JOB_AT, lead, job.rule());
        }
    }

    /** Leads whose score has faded, locked; those that somebody else has locked are left out. */
    static List<Long> fading(Work work) throws SQLException {
        return Sql.query(connection(work), FADING, row -> row.getLong(1), utc(work.now()));
    }

    /** Stores a score that nobody's change has made: the lead's version stays. */
    static void score(Work work, String lead, int score, List<Signal> signals, Instant again) throws SQLException {
        Sql.update(connection(work), SCORE, score, text(signals), utc(again), Tsid.parse(lead));
    }

    /** As the record kit writes it. */
    private static String text(List<Signal> signals) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Signal signal : signals) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("rule", signal.rule());
            one.put("edition", signal.edition());
            one.put("since", signal.since().toString());
            all.add(one);
        }
        return Json.write(all);
    }

    private static Connection connection(Work work) {
        return work.unwrap(Connection.class);
    }

    static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
