package org.colonnade.platform.webhooks.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.webhooks.internal.domain.DeliveryState;
import org.colonnade.platform.webhooks.internal.store.CursorRows;
import org.colonnade.platform.webhooks.internal.store.Delivery;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Events on their way to real receivers, which fail in every way that receivers do. */
public class SendingTest extends OnEachDatabase {

    private final Receiver receiver = new Receiver();
    private Front front;

    @Before
    public void open() {
        front = new Front(database());
    }

    @After
    public void stop() {
        receiver.answering = message -> 204;
        front.close();
        receiver.close();
    }

    @Test
    public void whatHappensArrivesSignedOnceAndInOrderOfEachSubject() {
        String id = front.subscribe(receiver.url(), "platform.record.changed");
        String secret = front.webhooks.rotate(Front.OWNER, id, Duration.ZERO);
        front.node();
        for (int i = 0; i < 60; i++) {
            front.happen("T" + i % 5);
        }
        Front.await("all arrive", () -> receiver.taken.size() == 60);
        assertEquals(60, Set.copyOf(receiver.positions()).size());
        inOrder(receiver);
        for (Receiver.Message message : receiver.taken) {
            assertEquals(message.body(), 1, message.signedBy(secret));
            assertEquals(message.id(), message.part("id"));
            assertEquals("platform.record.changed", message.part("type"));
            long seconds =
                    Math.abs(Long.parseLong(message.timestamp()) - Instant.now().getEpochSecond());
            assertTrue(message.timestamp(), seconds < 60);
        }
        Front.await("all is stored", () -> front.fare(id).waiting() == 0);
        assertEquals(Fares.State.SENDING, front.fare(id).state());
        assertEquals(0, front.fare(id).lagSeconds());
        Delivery one = deliveries(id, null).get(0);
        assertEquals(DeliveryState.DELIVERED, one.state());
        assertEquals(204, one.status().intValue());
        assertEquals(1, one.attempts());
    }

    @Test
    public void aReceiverThatIsDownForAnHourMissesNothing() {
        String id = front.ready(receiver);
        receiver.stop();
        front.node();
        for (int i = 0; i < 30; i++) {
            front.happen("T" + i % 7);
        }
        Front.await("it fails", () -> front.fare(id).failuresInRow() >= 3);
        for (int i = 0; i < 12; i++) {
            int before = front.fare(id).failuresInRow();
            front.clock.go(Duration.ofMinutes(5).plusSeconds(61));
            Front.await("it is tried now and then", () -> front.fare(id).failuresInRow() > before);
        }
        Fares.Fare down = front.fare(id);
        assertEquals(Fares.State.FAILING, down.state());
        assertTrue(down.lastFailure(), down.lastFailure().startsWith("platform.outbound.unreachable"));
        assertTrue("an event at a time while it is down", down.failuresInRow() <= 40);
        assertTrue(down.lagSeconds() > 3_600);
        receiver.start();
        front.clock.go(Duration.ofMinutes(7));
        Front.await("all arrive", () -> receiver.taken.size() >= 30);
        assertEquals(30, Set.copyOf(receiver.positions()).size());
        inOrder(receiver);
        Front.await("all is well", () -> front.fare(id).waiting() == 0);
        assertEquals(Fares.State.SENDING, front.fare(id).state());
        assertEquals(List.of(), deliveries(id, DeliveryState.FAILED));
    }

    @Test
    public void anEventThatIsNeverTakenStepsAsideAfterDaysAndIsSentByHand() {
        String id = front.ready(receiver);
        receiver.answering = message -> message.subject().equals("demo:thing:BAD") ? 500 : 200;
        front.node();
        front.happen("BAD");
        front.happen("BAD");
        for (int day = 0; day < 5 && deliveries(id, DeliveryState.FAILED).isEmpty(); day++) {
            front.happen("GOOD" + day);
            String good = "demo:thing:GOOD" + day;
            Front.await("others flow", () -> {
                front.clock.go(Duration.ofSeconds(20));
                return receiver.taken.stream()
                        .anyMatch(message -> message.subject().equals(good));
            });
            front.clock.go(Duration.ofHours(23));
        }
        Front.await("it steps aside", () -> {
            front.clock.go(Duration.ofMinutes(10));
            return !deliveries(id, DeliveryState.FAILED).isEmpty();
        });
        Delivery failed = deliveries(id, DeliveryState.FAILED).get(0);
        assertEquals("The receiver answered 500.", failed.failure());
        assertTrue(failed.attempts() > 3);
        receiver.answering = message -> 200;
        Delivery again = front.webhooks.redeliver(Front.OWNER, id, Tsid.text(failed.id()));
        assertEquals(DeliveryState.PENDING, again.state());
        Front.await("it arrives", () -> {
            front.clock.go(Duration.ofMinutes(1));
            return receiver.positions().contains(failed.position());
        });
        assertTrue(receiver.taken.stream().anyMatch(message -> message.id().equals(failed.event())));
    }

    @Test
    public void whoIsGoneIsPausedUntilSomebodyResumes() {
        String id = front.ready(receiver);
        receiver.answering = message -> 410;
        front.node();
        front.happen("A");
        Front.await("it is paused", () -> front.fare(id).state() == Fares.State.PAUSED);
        assertEquals("webhooks.receiver.gone", front.fare(id).reason());
        front.happen("B");
        front.clock.go(Duration.ofDays(2));
        receiver.answering = message -> 200;
        pause(400);
        assertEquals(1, receiver.all.size());
        front.webhooks.resume(Front.OWNER, id);
        Front.await("both arrive", () -> receiver.taken.size() == 2);
    }

    @Test
    public void aReceiverThatTakesNothingForDaysIsPausedAndLosesNothing() {
        String id = front.ready(receiver);
        receiver.answering = message -> 503;
        front.node();
        front.happen("A");
        Front.await("it is paused", () -> {
            front.clock.go(Duration.ofHours(1));
            return front.fare(id).state() == Fares.State.PAUSED;
        });
        assertEquals("webhooks.receiver.silent", front.fare(id).reason());
        front.happen("B");
        receiver.answering = message -> 200;
        front.webhooks.resume(Front.OWNER, id);
        Front.await("both arrive", () -> receiver.taken.size() == 2);
    }

    @Test
    public void itIsWaitedForAsLongAsTheReceiverSays() {
        String id = front.ready(receiver);
        receiver.answering = message -> {
            message.exchange().getResponseHeaders().add("Retry-After", "600");
            return 429;
        };
        front.node();
        front.happen("A");
        Front.await("what it says is stored", () -> front.fare(id).failuresInRow() == 1);
        assertEquals("it is asked once", 1, receiver.all.size());
        front.happen("B");
        front.clock.go(Duration.ofSeconds(590));
        receiver.answering = message -> 200;
        pause(400);
        assertEquals(1, receiver.all.size());
        front.clock.go(Duration.ofSeconds(20));
        Front.await("both arrive", () -> receiver.taken.size() == 2);
    }

    @Test
    public void oneThatIsSlowHoldsUpNobody() {
        Receiver slow = new Receiver();
        slow.answering = message -> {
            pause(3_000);
            return 200;
        };
        front.ready(slow);
        front.ready(receiver);
        front.node();
        for (int i = 0; i < 40; i++) {
            front.happen("T" + i);
        }
        Front.await("the quick one has all", () -> receiver.taken.size() == 40);
        assertTrue("the slow one has its share", slow.all.size() <= 8);
        slow.answering = message -> 200;
        Front.await("the slow one has all", () -> slow.taken.size() == 40);
        slow.close();
    }

    @Test
    public void redirectsAndResetsAndHugeAnswersAreWhatTheyAre() {
        String id = front.ready(receiver);
        Set<String> asked = ConcurrentHashMap.newKeySet();
        receiver.answering = message -> odd(message, asked);
        front.node();
        front.happen("REDIRECT");
        Front.await("it is answered", () -> asked.contains("demo:thing:REDIRECT"));
        Front.await("it is stored", () -> front.fare(id).failuresInRow() == 1);
        assertEquals(
                "The receiver answered 302; redirects are not followed.",
                front.fare(id).lastFailure());
        front.happen("HUGE");
        Front.await("it counts as taken", () -> front.fare(id).failuresInRow() == 0);
        front.happen("RESET");
        Front.await("it is stored", () -> front.fare(id).failuresInRow() > 0);
        assertTrue(front.fare(id).lastFailure().startsWith("platform.outbound.broken"));
        assertFalse(asked.contains("/secret"));
    }

    private static int odd(Receiver.Message message, Set<String> asked) throws IOException {
        asked.add(message.subject());
        if (message.exchange().getRequestURI().getPath().equals("/secret")) {
            asked.add("/secret");
        }
        InetSocketAddress here = message.exchange().getLocalAddress();
        switch (message.subject()) {
            case "demo:thing:REDIRECT":
                message.exchange()
                        .getResponseHeaders()
                        .add("Location", "http://127.0.0.1:" + here.getPort() + "/secret");
                return 302;
            case "demo:thing:HUGE":
                message.exchange().sendResponseHeaders(200, 0);
                byte[] much = new byte[1 << 16];
                for (int i = 0; i < 10_000; i++) {
                    message.exchange().getResponseBody().write(much);
                }
                return -1;
            default:
                message.exchange().close();
                return -1;
        }
    }

    @Test
    public void theOwnerSeesWhatIsSentAndNothingElseIs() {
        String id = front.ready(receiver);
        front.hidden.add(Front.thing("HIDDEN"));
        receiver.answering = message -> message.subject().equals("demo:thing:LATER") ? 500 : 200;
        front.node();
        front.happen("HIDDEN");
        front.happen("SEEN");
        Front.await("what it sees arrives", () -> receiver.taken.size() == 1);
        front.happen("LATER");
        Front.await("one waits", () -> front.fare(id).failuresInRow() == 1);
        front.hidden.add(Front.thing("LATER"));
        receiver.answering = message -> 200;
        Front.await("what it sees no more is withheld", () -> {
            front.clock.go(Duration.ofSeconds(10));
            return !deliveries(id, DeliveryState.WITHHELD).isEmpty();
        });
        // the right to see events at all
        front.accounts.put(Front.OWNER.ref(), Front.user("OWNER", Set.of(Webhooks.READ, Webhooks.CHANGE)));
        front.clock.go(Duration.ofSeconds(2));
        front.happen("SEEN");
        Front.await("it is passed over", () -> {
            front.clock.go(Duration.ofSeconds(3));
            front.happen("X");
            return front.fare(id).behind() <= 1;
        });
        // the account itself
        front.accounts.remove(Front.OWNER.ref());
        assertEquals("webhooks.subscriber.no-owner", front.fare(id).reason());
        assertEquals(
                List.of("demo:thing:SEEN"),
                receiver.taken.stream().map(Receiver.Message::subject).toList());
    }

    @Test
    public void twoNodesSendEachEventOnceAndOneGoesOnForTheOther() {
        front.ready(receiver);
        var first = front.node();
        front.node();
        for (int i = 0; i < 20; i++) {
            front.happen("T" + i % 3);
        }
        Front.await("the first arrive", () -> receiver.taken.size() == 20);
        first.close();
        for (int i = 0; i < 20; i++) {
            front.happen("T" + i % 3);
        }
        Front.await("all arrive", () -> receiver.taken.size() == 40);
        pause(300);
        assertEquals(40, receiver.taken.size());
        assertEquals(40, Set.copyOf(receiver.positions()).size());
        inOrder(receiver);
    }

    @Test
    public void whatANodeHeldThatWasKilledIsFreeAfterHalfAMinute() {
        String id = front.ready(receiver);
        front.tx().write(work -> {
            CursorRows.hold(
                    work,
                    Tsid.parse(id),
                    "a node that was killed",
                    front.clock.instant().plusSeconds(30));
            return null;
        });
        front.node();
        front.happen("A");
        pause(400);
        assertEquals(List.of(), receiver.all);
        front.clock.go(Duration.ofSeconds(31));
        Front.await("it arrives", () -> receiver.taken.size() == 1);
    }

    @Test
    public void whatWasSentIsSentOnceMore() {
        String id = front.ready(receiver);
        front.node();
        front.happen("A");
        front.happen("B");
        front.happen("C");
        Front.await("all arrive", () -> receiver.taken.size() == 3);
        List<Long> positions = sorted(receiver.positions());
        assertEquals(positions.get(0), Long.valueOf(front.webhooks.replay(Front.OWNER, id, positions.get(0))));
        Front.await("the last two once more", () -> receiver.taken.size() == 5);
        front.webhooks.replay(Front.OWNER, id, Instant.EPOCH);
        Front.await("everything once more", () -> receiver.taken.size() == 8);
        assertEquals(positions, sorted(receiver.positions().subList(5, 8)));
        front.webhooks.replay(Front.OWNER, id, Instant.now().plusSeconds(3600));
        pause(400);
        assertEquals(8, receiver.taken.size());
    }

    private List<Delivery> deliveries(String id, DeliveryState state) {
        return front.webhooks
                .deliveries(Front.OWNER, id, state, PageRequest.first())
                .items();
    }

    private static List<Long> sorted(List<Long> positions) {
        List<Long> sorted = new ArrayList<>(positions);
        Collections.sort(sorted);
        return sorted;
    }

    private static void inOrder(Receiver receiver) {
        Map<String, TreeSet<Long>> bySubject = new ConcurrentHashMap<>();
        for (Receiver.Message message : receiver.taken) {
            TreeSet<Long> before = bySubject.computeIfAbsent(message.subject(), any -> new TreeSet<>());
            assertTrue(
                    before + " before " + message.position(), before.isEmpty() || before.last() <= message.position());
            before.add(message.position());
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
