package org.colonnade.platform.approvals.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.approval.ApprovalDraft;
import org.colonnade.platform.api.approval.ApprovalPlan;
import org.colonnade.platform.api.approval.ApprovalStep;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.approvals.internal.domain.Request;
import org.colonnade.platform.approvals.internal.domain.RuleDraft;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.testkit.TestDatabase;

/** A function whose payment runs need four eyes, on one node. */
final class PayOffice {

    static final String RUN = "paying.run";

    final Tx tx;
    final Rules rules;
    final Persons persons;
    final ApprovalDesk approvals;
    final DecisionDesk decisions;
    final DelegationDesk delegations;
    final NoMakerChecks invariant;

    PayOffice(TestDatabase database, Staff staff) {
        tx = database.tx("paying");
        Tx own = database.tx("approvals");
        rules = new Rules(new KeptRecords(new FieldRights(database.tx("records")), new Companions()), own);
        persons = new Persons(staff);
        approvals = new ApprovalDesk(rules, persons);
        decisions = new DecisionDesk(own, persons);
        delegations = new DelegationDesk(own, persons);
        invariant = new NoMakerChecks(own);
    }

    PayOffice declared() {
        approvals.declare(new ApprovalPlan(RUN, "Payment runs", List.of(new ApprovalStep(Staff.APPROVE, 1)), 30));
        return this;
    }

    void rule(Money upTo, ApprovalStep... steps) {
        rules.desk().create(Actor.system("test"), new RuleDraft(RUN, "Rule", upTo, List.of(steps), 30));
    }

    Ref make(Actor actor, String content) {
        return as(actor, work -> {
            long id = work.newId();
            change(work, "insert into paying_run (version, content, id) values (?, ?, ?)", 1, content, id);
            approvals.edited(work, ref(id));
            return ref(id);
        });
    }

    void edit(Actor actor, Ref run, String content) {
        as(actor, work -> {
            long version = run(work, run).version() + 1;
            change(work, "update paying_run set version = ?, content = ? where id = ?", version, content, id(run));
            approvals.edited(work, run);
            return null;
        });
    }

    String ask(Actor actor, Ref run, Money amount) {
        return as(actor, work -> {
            Run now = run(work, run);
            return approvals.request(
                    work, new ApprovalDraft(RUN, run, now.version(), print(now.content()), amount, "Run", Set.of()));
        });
    }

    String ask(Actor actor, Ref run) {
        return ask(actor, run, null);
    }

    /** Whether the run as it is now may be paid. */
    boolean granted(Ref run) {
        return tx.write(work -> {
            Run now = run(work, run);
            return approvals.granted(work, RUN, run, now.version(), print(now.content()));
        });
    }

    /** Approves what the request is about. */
    Request approve(Actor actor, String request) {
        Request seen = decisions.read(actor, request);
        return approve(actor, request, seen);
    }

    Request approve(Actor actor, String request, Request seen) {
        return as(actor, work -> decisions.decide(actor, request, true, seen.version(), seen.fingerprint(), null));
    }

    <T> T as(Actor actor, Tx.Body<T> body) {
        try (Caller.Binding bound = new Caller(actor, "test").bind()) {
            return tx.write(body);
        }
    }

    record Run(long version, String content) {}

    private static Run run(Work work, Ref run) throws SQLException {
        try (PreparedStatement query = work.unwrap(Connection.class)
                .prepareStatement("select version, content from paying_run where id = ? for update")) {
            query.setLong(1, id(run));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Run(row.getLong(1), row.getString(2));
            }
        }
    }

    private static void change(Work work, String sql, long version, String content, long id) throws SQLException {
        try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(sql)) {
            statement.setLong(1, version);
            statement.setString(2, content);
            statement.setLong(3, id);
            statement.executeUpdate();
        }
    }

    static String print(String content) {
        return "print-of-" + Integer.toHexString(content.hashCode());
    }

    private static Ref ref(long id) {
        return Ref.of("paying", "run", id);
    }

    private static long id(Ref run) {
        return org.colonnade.platform.api.Tsid.parse(run.id());
    }
}
