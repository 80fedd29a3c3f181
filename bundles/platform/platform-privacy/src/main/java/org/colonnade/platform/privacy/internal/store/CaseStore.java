package org.colonnade.platform.privacy.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.privacy.internal.CaseKind;
import org.colonnade.platform.privacy.internal.CaseState;
import org.colonnade.platform.privacy.internal.FunctionAnswer;
import org.colonnade.platform.privacy.internal.Json;
import org.colonnade.platform.privacy.internal.PersonCase;
import org.colonnade.platform.privacy.internal.domain.Identity.Alike;

/** Exports and erasures. */
public final class CaseStore {

    private static final String INSERT =
            "insert into privacy_case (id, kind, person, reason, state, records, alike, facts, holds, waiting_for, asked_at, asked_by,"
                    + " next_at, tries) values (?, ?, ?, ?, 'WAITING', ?, '[]', ?, '[]', '[]', ?, ?, ?, 0)";
    private static final String FIND = "select * from privacy_case where id = ?";
    private static final String LOCK = "select * from privacy_case where id = ? for update";
    private static final String EXPORTS =
            "select * from privacy_case where kind = 'EXPORT' and id < ? order by id desc limit ?";
    private static final String ERASURES =
            "select * from privacy_case where kind in ('ERASURE', 'PREVIEW') and id < ? order by id desc limit ?";
    private static final String NEXT =
            "select id from privacy_case where next_at <= ? order by next_at, id limit 1 for update skip locked";
    private static final String CLAIM = "update privacy_case set next_at = ? where id = ?";
    private static final String LEARN =
            "update privacy_case set records = ?, alike = ?, facts = ?, holds = ?, tries = tries + 1 where id = ?";
    private static final String END =
            "update privacy_case set state = ?, facts = ?, waiting_for = ?, done_at = ?, next_at = ? where id = ?";
    private static final String MISSED =
            "update privacy_case set state = 'WAITING', next_at = ? where kind = 'ERASURE' and state <> 'WAITING' and not exists"
                    + " (select 1 from privacy_answer a where a.case_id = privacy_case.id and a.module = ? and a.state = 'ANSWERED')";
    private static final String HURRY =
            "update privacy_case set next_at = ? where state = 'WAITING' and next_at > ? and exists"
                    + " (select 1 from privacy_answer a where a.case_id = privacy_case.id and a.module = ? and a.state = 'WAITING')";
    private static final TypeReference<List<Ref>> REFS = new TypeReference<>() {};
    private static final TypeReference<List<Alike>> ALIKE = new TypeReference<>() {};
    private static final TypeReference<PersonFacts> FACTS = new TypeReference<>() {};
    private static final TypeReference<List<Hold>> HOLDS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private CaseStore() {}

    /** A new case, which whoever made it goes through first: nobody else takes it up until then. */
    public static long open(
            Work work,
            CaseKind kind,
            Ref person,
            String reason,
            Collection<Ref> records,
            String actor,
            Instant claimedUntil)
            throws SQLException {
        long id = work.newId();
        Sql.update(
                work,
                INSERT,
                id,
                kind.name(),
                person.toString(),
                reason,
                Json.write(records),
                Json.write(PersonFacts.NONE),
                work.now(),
                actor,
                claimedUntil);
        return id;
    }

    public static Optional<PersonCase> find(Work work, long id) throws SQLException {
        List<FunctionAnswer> answers = AnswerStore.of(work, id);
        return Sql.one(work, FIND, row -> read(row, answers), id);
    }

    /** The same, kept from change by others until the transaction ends. */
    public static PersonCase lock(Work work, long id) throws SQLException {
        List<FunctionAnswer> answers = AnswerStore.of(work, id);
        return Sql.one(work, LOCK, row -> read(row, answers), id).orElseThrow();
    }

    public static Page<PersonCase> list(Work work, boolean erasures, PageRequest page) throws SQLException {
        List<PersonCase> cases = Sql.query(
                work, erasures ? ERASURES : EXPORTS, row -> read(row, List.of()), Sql.before(page), page.limit() + 1);
        return Sql.page(cases, page, PersonCase::name);
    }

    /** Takes up the next case whose time has come; nobody else does until the moment given. */
    public static Optional<Long> claim(Work work, Instant until) throws SQLException {
        Optional<Long> next = Sql.one(work, NEXT, row -> row.getLong(1), work.now());
        if (next.isPresent()) {
            Sql.update(work, CLAIM, until, next.get());
        }
        return next;
    }

    /** Writes down who the person is and what must be kept, before anybody is asked to forget it. */
    public static void learn(
            Work work, long id, List<Ref> records, List<Alike> alike, PersonFacts facts, List<Hold> holds)
            throws SQLException {
        Sql.update(work, LEARN, Json.write(records), Json.write(alike), Json.write(facts), Json.write(holds), id);
    }

    /** Writes down how the case stands; without facts, when they are not needed any more. */
    public static void end(
            Work work,
            long id,
            CaseState state,
            PersonFacts facts,
            List<String> waitingFor,
            Instant doneAt,
            Instant nextAt)
            throws SQLException {
        Sql.update(
                work,
                END,
                state.name(),
                facts == null ? null : Json.write(facts),
                Json.write(waitingFor),
                doneAt,
                nextAt,
                id);
    }

    /** A function is here: cases that wait for it go on, and erasures that never asked it are taken up again. */
    public static int arrived(Work work, String module) throws SQLException {
        return Sql.update(work, HURRY, work.now(), work.now(), module) + Sql.update(work, MISSED, work.now(), module);
    }

    private static PersonCase read(ResultSet row, List<FunctionAnswer> answers) throws SQLException {
        String facts = row.getString("facts");
        return new PersonCase(
                row.getLong("id"),
                CaseKind.valueOf(row.getString("kind")),
                Ref.parse(row.getString("person")),
                row.getString("reason"),
                CaseState.valueOf(row.getString("state")),
                Json.read(row.getString("records"), REFS),
                Json.read(row.getString("alike"), ALIKE),
                facts == null ? null : Json.read(facts, FACTS),
                Json.read(row.getString("holds"), HOLDS),
                Json.read(row.getString("waiting_for"), TEXTS),
                Sql.instant(row, "asked_at"),
                row.getString("asked_by"),
                Sql.instant(row, "done_at"),
                Sql.instant(row, "next_at"),
                row.getInt("tries"),
                answers);
    }
}
