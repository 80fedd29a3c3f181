package org.colonnade.platform.events.kafka.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.admin.HealthCheck.Level;
import org.colonnade.platform.api.company.Company;
import org.colonnade.platform.api.company.CompanyDraft;
import org.colonnade.platform.api.event.EventFilter;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.event.RecordChanged;
import org.colonnade.platform.events.kafka.Broker;
import org.colonnade.platform.events.kafka.Broker.Message;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;

/** The log on its way to a real broker, which goes away, comes back, and asks who is there. */
public class PublishingTest extends OnEachDatabase {

    private static final Actor ADMIN = new Actor(Ref.of("platform", "user", 1), "admin", Set.of(), true);
    private static final AtomicInteger TOPIC = new AtomicInteger();
    private static Broker broker;

    private final String topic = "colonnade.test-" + TOPIC.incrementAndGet();
    private final KafkaSettings settings = new KafkaSettings((Place) null);
    private final List<Publishing> nodes = new ArrayList<>();

    @BeforeClass
    public static void startBroker() throws Exception {
        broker = new Broker(Files.createTempDirectory("broker"), Ports.three());
    }

    @AfterClass
    public static void stopBroker() {
        broker.close();
    }

    @Before
    public void aim() {
        settings.change(place(null, null));
    }

    @After
    public void stop() {
        nodes.forEach(Publishing::close);
    }

    private Place place(Place.Login login, Path certificates) {
        String address = login == null ? broker.open() : broker.closed();
        return new Place(
                List.of(address), topic, EventFilter.ALL, login != null, login, certificates, null, "/colonnade");
    }

    private Publishing node() {
        Publishing node = new Publishing(
                database().tx("events-kafka"),
                database().eventLog(),
                database().companies(),
                settings,
                Clock.systemUTC());
        nodes.add(node);
        node.publisher().start();
        return node;
    }

    private void happen(String thing) {
        database().tx("events-kafka").write(work -> {
            work.publish(new RecordChanged(new Ref("demo", "thing", thing), "changed", 1, List.of("name")));
            return null;
        });
        database().placeEvents();
    }

    private List<Message> read(int count) {
        return broker.read(topic, messages -> ids(messages).size() >= count);
    }

    private static Set<String> ids(List<Message> messages) {
        Set<String> ids = new HashSet<>();
        messages.forEach(message -> ids.add(message.headers().get("ce_id")));
        return ids;
    }

    private static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(what + " did not come to pass in time", System.nanoTime() < until);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** First what happened before anybody published, then what happens. */
    @Test
    public void theWholeLogArrivesAsCloudEventsInTheOrderOfEachRecord() {
        for (int i = 0; i < 700; i++) {
            happen("T" + i % 7);
        }
        Publishing node = node();
        read(700);
        for (int i = 0; i < 50; i++) {
            happen("T" + i % 7);
        }
        List<Message> all = read(750);
        inOrder(all);
        assertEquals(750, all.size());
        Message one = all.get(0);
        assertEquals("1.0", one.headers().get("ce_specversion"));
        assertEquals("platform.record.changed", one.headers().get("ce_type"));
        assertEquals(one.key(), one.headers().get("ce_subject"));
        assertEquals("application/json", one.headers().get("content-type"));
        String company =
                database().companies().find(Caller.FIRST_COMPANY).orElseThrow().code();
        assertEquals("/colonnade/" + company, one.headers().get("ce_source"));
        assertEquals(company, one.headers().get("ce_company"));
        assertTrue(Instant.parse(one.headers().get("ce_time"))
                .isBefore(Instant.now().plusSeconds(5)));
        assertTrue(one.value(), one.value().startsWith("{") && one.value().contains("\"changed\""));
        Publishing.Standing standing = node.fare(ADMIN).companies().get(0);
        await(
                "it has caught up",
                () -> node.fare(ADMIN).companies().get(0).position()
                        == database().eventLog().head());
        assertEquals(standing.toString(), 0, standing.failuresInRow());
        assertEquals(Level.WELL, new KafkaHealth(node).check().level());
        assertEquals(750, node.publisher().published());
    }

    private static void inOrder(List<Message> all) {
        Map<String, String> last = new HashMap<>();
        Map<String, Integer> partition = new HashMap<>();
        for (Message message : all) {
            String sequence = message.headers().get("ce_sequence");
            String before = last.put(message.key(), sequence);
            assertTrue(before + " before " + sequence, before == null || before.compareTo(sequence) < 0);
            Integer same = partition.putIfAbsent(message.key(), message.partition());
            assertTrue("one record, one partition", same == null || same == message.partition());
        }
    }

    @Test
    public void eachCompanysEventsSayWhoseTheyAre() throws Exception {
        Company second = Caller.current().call(() -> database()
                .companies()
                .open(new CompanyDraft("two", "Two Ltd", "EUR", "UTC", "en", "01-01", true)));
        happen("FIRST");
        try (Caller.Binding bound = Caller.current().in(second.id()).bind()) {
            happen("SECOND");
        }
        node();
        List<Message> all = broker.read(
                topic, messages -> keys(messages).containsAll(Set.of("demo:thing:FIRST", "demo:thing:SECOND")));
        for (Message message : all) {
            if (message.key().equals("demo:thing:SECOND")) {
                assertEquals("two", message.headers().get("ce_company"));
            }
        }
    }

    private static Set<String> keys(List<Message> messages) {
        Set<String> keys = new HashSet<>();
        messages.forEach(message -> keys.add(message.key()));
        return keys;
    }

    @Test
    public void aBrokerThatIsAwayMissesNothing() {
        Publishing node = node();
        happen("BEFORE");
        read(1);
        broker.stop();
        try {
            for (int i = 0; i < 20; i++) {
                happen("T" + i);
            }
            await("it is said", () -> new KafkaHealth(node).check().level() == Level.WARNING);
            Publishing.Standing standing = node.fare(ADMIN).companies().get(0);
            assertTrue(
                    standing.toString(),
                    standing.failuresInRow() > 0 && standing.failure().contains(broker.open()));
            assertTrue(node.publisher().failed() > 0);
        } finally {
            broker.start();
        }
        node.resume(ADMIN);
        assertEquals(21, ids(read(21)).size());
        await("all is well", () -> new KafkaHealth(node).check().level() == Level.WELL);
    }

    @Test
    public void whatWasPublishedIsPublishedOnceMore() {
        Publishing node = node();
        for (int i = 0; i < 10; i++) {
            happen("T" + i);
        }
        read(10);
        await(
                "it has caught up",
                () -> node.fare(ADMIN).companies().get(0).position()
                        == database().eventLog().head());
        node.replay(ADMIN, 0);
        broker.read(topic, messages -> messages.size() == 20);
        node.replay(ADMIN, Instant.EPOCH);
        List<Message> all = broker.read(topic, messages -> messages.size() == 30);
        assertEquals("the same ids", 10, ids(all).size());
        assertThrows(Rejected.class, () -> node.replay(ADMIN, -1));
        assertThrows(
                Rejected.class, () -> node.replay(ADMIN, database().eventLog().head() + 1));
        Actor reader = new Actor(Ref.of("platform", "user", 2), "reader", Set.of(Publishing.READ), false);
        assertThrows(Forbidden.class, () -> node.replay(reader, 0));
        assertThrows(Forbidden.class, () -> node.fare(new Actor(reader.ref(), "nobody", Set.of(), false)));
    }

    @Test
    public void ofTwoNodesOneSendsAndTheOtherGoesOn() {
        Publishing first = node();
        happen("A");
        read(1);
        Publishing second = node();
        happen("B");
        read(2);
        assertEquals("one sends", 0, second.publisher().published());
        first.close();
        happen("C");
        List<Message> all = read(3);
        assertEquals("each once", 3, all.size());
        assertEquals(1, second.publisher().published());
    }

    @Test
    public void brokersThatAskWhoIsThereAreToldOverTls() {
        Place.Login login = new Place.Login(Broker.USER, Broker.PASSWORD, "SCRAM-SHA-512");
        settings.change(place(login, null));
        Publishing node = node();
        happen("A");
        await("it fails", () -> !failure(node).isEmpty());
        assertTrue(failure(node), failure(node).contains("certificate"));
        settings.change(place(new Place.Login(Broker.USER, "not it", "SCRAM-SHA-512"), broker.certificate()));
        node.resume(ADMIN);
        await("a wrong password is refused", () -> failure(node).contains("password"));
        settings.change(place(login, broker.certificate()));
        node.resume(ADMIN);
        assertEquals("demo:thing:A", read(1).get(0).key());
    }

    private static String failure(Publishing node) {
        String failure = node.fare(ADMIN).companies().get(0).failure();
        return failure == null ? "" : failure;
    }

    @Test
    public void withoutBrokersNothingIsSentAndTheCheckSaysWhatToSet() {
        settings.change((Place) null);
        Publishing node = node();
        happen("A");
        assertTrue(new KafkaHealth(node).check().mend().contains("etc/org.colonnade.events.kafka.cfg"));
        assertEquals(List.of(), node.fare(ADMIN).brokers());
        settings.change(place(null, null));
        assertEquals("what waited comes", "demo:thing:A", read(1).get(0).key());
    }
}
