package org.colonnade.platform.approvals.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.approval.ApprovalDraft;
import org.colonnade.platform.api.approval.ApprovalState;
import org.colonnade.platform.api.approval.ApprovalStep;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.approvals.internal.domain.Request;
import org.colonnade.platform.approvals.internal.domain.RuleDraft;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Rules with limits, steps, delegation, expiry, withdrawal, the inbox and the explanation. */
public class ApprovalsTest extends OnEachDatabase {

    private final Staff staff = new Staff();
    private final Actor maker = staff.hire(1);
    private final Actor clerk = staff.hire(2, Staff.APPROVE);
    private final Actor chief = staff.hire(3, Staff.APPROVE, Staff.RELEASE);
    private final Actor auditor = staff.hire(4, DecisionDesk.READ);
    private PayOffice office;
    private Ref run;

    @Before
    public void open() {
        office = new PayOffice(database(), staff);
        run = office.make(maker, "pay");
    }

    @Test
    public void theAmountDecidesWhoApproves() {
        office.rule(Money.of("1000", "EUR"), new ApprovalStep(Staff.APPROVE, 1));
        office.rule(Money.of("5000", "EUR"), new ApprovalStep(Staff.APPROVE, 1), new ApprovalStep(Staff.RELEASE, 1));
        refused("approvals.rule.missing", () -> office.ask(maker, run));
        refused("approvals.rule.missing", () -> office.ask(maker, run, Money.of("5000.01", "EUR")));
        refused("approvals.rule.missing", () -> office.ask(maker, run, Money.of("1", "USD")));
        refused("approvals.rule.missing", () -> office.ask(maker, run, Money.of("-5000.01", "EUR")));
        String small = office.ask(maker, run, Money.of("1000.00", "EUR"));
        assertEquals(ApprovalState.GRANTED, office.approve(clerk, small).state());
        String large = office.ask(maker, run, Money.of("1000.01", "EUR"));
        assertFalse("asked for anew", office.granted(run));
        assertEquals(ApprovalState.OPEN, office.approve(clerk, large).state());
        refused("approvals.decision.twice", () -> office.approve(clerk, large));
        assertEquals(ApprovalState.GRANTED, office.approve(chief, large).state());
        assertTrue(office.granted(run));
    }

    @Test
    public void stepsFollowEachOther() {
        office.rule(null, new ApprovalStep(Staff.RELEASE, 1), new ApprovalStep(Staff.APPROVE, 1));
        String request = office.ask(maker, run);
        refused("platform.forbidden", () -> office.approve(clerk, request));
        office.approve(chief, request);
        assertEquals(ApprovalState.GRANTED, office.approve(clerk, request).state());
    }

    @Test
    public void aRightIsLentForATimeAndUpToALimit() {
        office.rule(null, new ApprovalStep(Staff.RELEASE, 1));
        Actor deputy = staff.hire(5);
        Instant now = Instant.now();
        Instant tomorrow = now.plus(Duration.ofDays(1));
        String request = office.ask(maker, run, Money.of("100", "EUR"));
        refused("approvals.request.not-found", () -> office.approve(deputy, request));
        Request seen = office.decisions.read(chief, request);
        office.delegations.lend(chief, deputy.ref(), PayOffice.RUN, null, tomorrow, tomorrow.plusSeconds(1));
        office.delegations.lend(chief, deputy.ref(), "paying.other", null, now.minusSeconds(9), tomorrow);
        refused("approvals.request.not-found", () -> office.approve(deputy, request, seen));
        office.delegations.lend(
                chief, deputy.ref(), PayOffice.RUN, Money.of("99.99", "EUR"), now.minusSeconds(9), tomorrow);
        refused("approvals.limit.exceeded", () -> office.approve(deputy, request, seen));
        String enough = org.colonnade.platform.api.Tsid.text(office.delegations
                .lend(chief, deputy.ref(), null, Money.of("100", "EUR"), now.minusSeconds(9), tomorrow)
                .id());
        assertTrue(office.decisions.explain(deputy, request, null).may());
        staff.dismiss(chief);
        refused("approvals.request.not-found", () -> office.approve(deputy, request, seen));
        staff.hire(3, Staff.APPROVE, Staff.RELEASE);
        refused("approvals.delegation.not-found", () -> office.delegations.end(deputy, enough));
        Request granted = office.approve(deputy, request, seen);
        assertEquals(chief.ref(), granted.decisions().get(0).onBehalfOf());
        assertEquals(deputy.ref(), granted.decisions().get(0).actor());
        office.delegations.end(chief, enough);
        assertEquals(4, office.delegations.mine(chief).size());
        refused(
                "approvals.delegation.invalid",
                () -> office.delegations.lend(chief, chief.ref(), null, null, now, tomorrow));
        refused(
                "approvals.delegation.invalid",
                () -> office.delegations.lend(chief, deputy.ref(), null, null, tomorrow, now));
        assertEquals(List.of(), office.invariant.counterExamples(10));
    }

    @Test
    public void twoWhoActForEachOtherAreOnePerson() {
        office.rule(null, new ApprovalStep(Staff.APPROVE, 2));
        Instant now = Instant.now();
        office.delegations.lend(chief, clerk.ref(), null, null, now.minusSeconds(9), now.plusSeconds(600));
        String request = office.ask(maker, run);
        office.approve(clerk, request);
        refused("approvals.decision.twice", () -> office.approve(chief, request));
        assertEquals(
                ApprovalState.GRANTED,
                office.approve(staff.hire(6, Staff.APPROVE), request).state());
    }

    @Test
    public void aNoEndsIt() {
        office.rule(null, new ApprovalStep(Staff.APPROVE, 1));
        String request = office.ask(maker, run);
        Request seen = office.decisions.read(clerk, request);
        refused(
                "approvals.decision.invalid",
                () -> office.decisions.decide(clerk, request, false, 1, seen.fingerprint(), " "));
        assertEquals(
                ApprovalState.REFUSED,
                office.decisions
                        .decide(clerk, request, false, 1, seen.fingerprint(), "Too dear")
                        .state());
        refused("approvals.request.closed", () -> office.approve(chief, request));
        assertFalse(office.granted(run));
    }

    @Test
    public void makersTakeARequestBack() {
        office.rule(null, new ApprovalStep(Staff.APPROVE, 1));
        String request = office.ask(maker, run);
        refused("approvals.request.others", () -> office.decisions.withdraw(clerk, request));
        assertEquals(
                ApprovalState.WITHDRAWN,
                office.decisions.withdraw(maker, request).state());
        refused("approvals.request.closed", () -> office.approve(clerk, request));
        refused("approvals.request.closed", () -> office.decisions.withdraw(maker, request));
    }

    @Test
    public void theInboxHoldsWhatIMayDecide() {
        office.rule(null, new ApprovalStep(Staff.APPROVE, 1));
        String first = office.ask(maker, run);
        office.ask(clerk, office.make(clerk, "mine"));
        String third = office.ask(maker, office.make(maker, "other"));
        Page<Request> one = office.decisions.inbox(clerk, PageRequest.of(1, null));
        assertEquals(List.of(first), ids(one));
        assertEquals(List.of(third), ids(office.decisions.inbox(clerk, PageRequest.of(5, one.next()))));
        assertEquals(
                3,
                office.decisions.inbox(chief, PageRequest.of(5, null)).items().size());
        assertEquals(List.of(), ids(office.decisions.inbox(maker, PageRequest.of(5, null))));
        refused("platform.forbidden", () -> office.decisions.list(clerk, null, PageRequest.of(5, null)));
        Page<Request> all = office.decisions.list(auditor, ApprovalState.OPEN, PageRequest.of(2, null));
        assertEquals(2, all.items().size());
        assertEquals(List.of(first), ids(office.decisions.list(auditor, null, PageRequest.of(2, all.next()))));
        Actor stranger = staff.hire(7);
        refused("approvals.request.not-found", () -> office.decisions.read(stranger, first));
        refused("approvals.request.not-found", () -> office.decisions.read(stranger, "no id"));
    }

    @Test
    public void itIsSaidWhoMayAndWhyNot() {
        office.rule(null, new ApprovalStep(Staff.APPROVE, 1));
        String request = office.ask(maker, run);
        DecisionDesk.Explanation mine = office.decisions.explain(maker, request, null);
        assertFalse(mine.may());
        assertEquals("approvals.maker.is-checker", mine.code());
        assertEquals(List.of(maker.ref().toString()), mine.makers());
        assertEquals(Staff.APPROVE, mine.needs());
        assertNull(office.decisions.explain(auditor, request, chief.ref()).code());
        assertEquals(
                "platform.forbidden",
                office.decisions.explain(auditor, request, null).code());
        refused("platform.forbidden", () -> office.decisions.explain(maker, request, chief.ref()));
        refused(
                "platform.user.not-found",
                () -> office.decisions.explain(auditor, request, Ref.of("platform", "user", 99)));
    }

    @Test
    public void whatMakesNoRuleOrRequestIsRefused() {
        office.declared();
        office.declared();
        RuleDraft wrong = new RuleDraft(
                "Run", "n", Money.of("0", "EUR"), List.of(new ApprovalStep("x", 1), new ApprovalStep("a.b", 0)), 0);
        refused("approvals.rule.invalid", () -> office.rules.desk().create(Actor.system("test"), wrong));
        refused(
                "approvals.request.invalid",
                () -> office.as(
                        maker,
                        work -> office.approvals.request(
                                work, new ApprovalDraft(PayOffice.RUN, run, 1, "short", null, " ", Set.of()))));
        refused(
                "approvals.request.not-granted",
                () -> office.as(maker, work -> {
                    office.approvals.require(work, PayOffice.RUN, run, 1, PayOffice.print("pay"));
                    return null;
                }));
    }

    private static List<String> ids(Page<Request> page) {
        return page.items().stream()
                .map(request -> org.colonnade.platform.api.Tsid.text(request.id()))
                .toList();
    }

    private static void refused(String code, org.junit.function.ThrowingRunnable asked) {
        assertEquals(code, assertThrows(Problem.class, asked).code());
    }
}
