package org.colonnade.platform.webhooks.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.webhooks.internal.domain.Outcome;
import org.colonnade.platform.webhooks.internal.domain.Subscriber;
import org.colonnade.platform.webhooks.internal.domain.SubscriberDraft;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Who subscribes to what, and whose events go where. */
public class SubscribersTest extends OnEachDatabase {

    private final Receiver receiver = new Receiver();
    private Front front;

    @Before
    public void open() {
        front = new Front(database());
    }

    @After
    public void stop() {
        front.close();
        receiver.close();
    }

    @Test
    public void whoMakesItOwnsItAndNothingIsSentWithoutASecret() {
        String id = front.subscribe(receiver.url(), "crm.*", "crm.*", "platform.record.changed");
        Subscriber made = front.webhooks.desk().read(Front.OWNER, id).value();
        assertEquals(Front.OWNER.ref(), made.owner());
        assertEquals(List.of("crm.*", "platform.record.changed"), made.events());
        assertTrue(made.active());
        assertEquals(Fares.State.OFF, front.fare(id).state());
        assertEquals("webhooks.subscriber.no-secret", front.fare(id).reason());
        refused("webhooks.subscriber.no-secret", () -> front.webhooks.test(Front.OWNER, id));
        front.webhooks.rotate(Front.OWNER, id, Duration.ZERO);
        assertEquals(Fares.State.SENDING, front.fare(id).state());
        change(Front.OWNER, id, draft -> new SubscriberDraft(draft.name(), draft.url(), draft.events(), null, false));
        assertEquals("webhooks.subscriber.inactive", front.fare(id).reason());
        front.webhooks.desk().archive(Front.OWNER, id, v -> {});
        assertEquals("webhooks.subscriber.archived", front.fare(id).reason());
    }

    @Test
    public void placesThatAreNotCalledAreRefusedAtOnce() {
        refused("platform.outbound.url", () -> front.subscribe("https://user@example.com/", "*"));
        refused("platform.outbound.url", () -> front.subscribe("http://2130706433/", "*"));
        refused("platform.outbound.scheme", () -> front.subscribe("ftp://example.com/", "*"));
        refused("platform.outbound.address", () -> front.subscribe("http://169.254.169.254/latest", "*"));
        refused("platform.outbound.address", () -> front.subscribe("https://[::ffff:10.0.0.1]/", "*"));
        String id = front.subscribe(receiver.url(), "*");
        refused("platform.outbound.address", () -> change(Front.OWNER, id, draft -> to(draft, "http://10.0.0.1/")));
    }

    @Test
    public void whatMakesNoSubscriberIsRefused() {
        Rejected refusal = assertThrows(
                Rejected.class,
                () -> Front.as(Front.OWNER, () -> front.webhooks
                        .desk()
                        .create(
                                Front.OWNER,
                                new SubscriberDraft(
                                        " ",
                                        null,
                                        Arrays.asList(
                                                "crm", "crm.*.created", "CRM.*", null, "*", "x".repeat(300) + ".*"),
                                        null,
                                        null))));
        assertEquals("webhooks.subscriber.invalid", refusal.code());
        assertEquals(
                List.of("events[0]", "events[1]", "events[2]", "events[3]", "events[5]", "name", "url"),
                refusal.fields().stream().map(Rejected.Field::field).sorted().toList());
        refused("webhooks.subscriber.invalid", () -> front.subscribe(receiver.url()));
    }

    @Test
    public void onlyTheOwnerSaysWhatIsSentWhere() {
        String id = front.subscribe(receiver.url(), "crm.*");
        refused("webhooks.subscriber.not-owner", () -> change(Front.OTHER, id, draft -> to(draft, receiver.url() + 2)));
        refused("webhooks.subscriber.not-owner", () -> change(Front.OTHER, id, draft -> of(draft, "*")));
        refused("webhooks.subscriber.not-owner", () -> front.webhooks.rotate(Front.OTHER, id, Duration.ZERO));
        refused(
                "webhooks.subscriber.not-owner",
                () -> change(Front.OWNER, id, draft -> owned(draft, Front.OTHER.ref())));
        // what sends nothing elsewhere is anybody's who may change it
        change(
                Front.OTHER,
                id,
                draft -> new SubscriberDraft("Other", draft.url(), draft.events(), draft.owner(), false));
        change(Front.OTHER, id, draft -> owned(draft, Front.OTHER.ref()));
        change(Front.OTHER, id, draft -> of(draft, "*"));
        assertEquals(
                Front.OTHER.ref(),
                front.webhooks.desk().read(Front.OTHER, id).value().owner());
    }

    @Test
    public void aTokenThatAllowsLessThanItsAccountMakesNoWebhook() {
        Actor token = Front.user("OWNER", Set.of(Webhooks.READ, Webhooks.CHANGE));
        refused(
                "webhooks.subscriber.narrow-token",
                () -> Front.as(token, () -> front.webhooks
                        .desk()
                        .create(token, new SubscriberDraft("Shop", receiver.url(), List.of("*"), null, null))));
        Actor nobody = Front.user("NOBODY", Set.of(Webhooks.READ));
        assertThrows(Forbidden.class, () -> front.webhooks
                .desk()
                .create(nobody, new SubscriberDraft("Shop", receiver.url(), List.of("*"), null, null)));
    }

    @Test
    public void twoSecretsHoldForATime() {
        String id = front.subscribe(receiver.url(), "crm.*");
        String first = front.webhooks.rotate(Front.OWNER, id, Duration.ZERO);
        String second = front.webhooks.rotate(Front.OWNER, id, Duration.ofHours(2));
        Outcome sent = front.webhooks.test(Front.OWNER, id);
        assertTrue(sent.failure(), sent.taken());
        Receiver.Message message = receiver.taken.get(0);
        assertEquals("webhooks.test", message.part("type"));
        assertEquals(1, message.signedBy(first));
        assertEquals(1, message.signedBy(second));
        front.clock.go(Duration.ofHours(2).plusSeconds(1));
        front.webhooks.test(Front.OWNER, id);
        assertEquals(0, receiver.taken.get(1).signedBy(first));
        assertEquals(1, receiver.taken.get(1).signedBy(second));
        refused(
                "webhooks.subscriber.overlap",
                () -> front.webhooks.rotate(Front.OWNER, id, Duration.ofDays(30).plusSeconds(1)));
    }

    @Test
    public void aTestSaysWhyItDidNotArrive() {
        String id = front.subscribe(receiver.url(), "crm.*");
        front.webhooks.rotate(Front.OWNER, id, Duration.ZERO);
        receiver.answering = message -> 404;
        Outcome refusal = front.webhooks.test(Front.OWNER, id);
        assertEquals(404, refusal.status().intValue());
        receiver.stop();
        Outcome down = front.webhooks.test(Front.OWNER, id);
        assertTrue(down.failure(), down.failure().startsWith("platform.outbound."));
        refused("webhooks.subscriber.position", () -> front.webhooks.replay(Front.OWNER, id, -1));
        refused("webhooks.subscriber.position", () -> front.webhooks.replay(Front.OWNER, id, 1_000));
        refused("webhooks.delivery.not-found", () -> front.webhooks.redeliver(Front.OWNER, id, "0AAAAAAAAAAAA"));
        receiver.start();
    }

    private void change(Actor actor, String id, java.util.function.UnaryOperator<SubscriberDraft> change) {
        Front.as(actor, () -> front.webhooks.desk().change(actor, id, v -> {}, change));
    }

    private static SubscriberDraft to(SubscriberDraft draft, String url) {
        return new SubscriberDraft(draft.name(), url, draft.events(), draft.owner(), draft.active());
    }

    private static SubscriberDraft of(SubscriberDraft draft, String... events) {
        return new SubscriberDraft(draft.name(), draft.url(), List.of(events), draft.owner(), draft.active());
    }

    private static SubscriberDraft owned(SubscriberDraft draft, Ref owner) {
        return new SubscriberDraft(draft.name(), draft.url(), draft.events(), owner, draft.active());
    }

    private static void refused(String code, org.junit.function.ThrowingRunnable asked) {
        assertEquals(code, assertThrows(Problem.class, asked).code());
    }
}
