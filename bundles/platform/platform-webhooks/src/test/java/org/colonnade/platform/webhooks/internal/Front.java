package org.colonnade.platform.webhooks.internal;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.RecordAccess;
import org.colonnade.platform.api.event.EventSight;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.record.event.RecordChanged;
import org.colonnade.platform.api.security.Vault;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.outbound.internal.GuardedOutbound;
import org.colonnade.platform.outbound.internal.OutboundConfig;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.EventsInView;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.platform.security.internal.VaultKeeper;
import org.colonnade.platform.webhooks.internal.domain.SubscriberDraft;
import org.colonnade.platform.webhooks.internal.engine.PostOffice;
import org.colonnade.testkit.TestDatabase;

/** Webhooks on one database, with as many nodes as a test wants. */
final class Front implements AutoCloseable {

    static final Set<String> RIGHTS = Set.of(Webhooks.READ, Webhooks.CHANGE, EventSight.READ, "demo.thing.read");
    static final Actor OWNER = user("OWNER", RIGHTS);
    static final Actor OTHER = user("OTHER", RIGHTS);

    private static final Duration LOOK = Duration.ofMillis(10);

    final Map<Ref, Actor> accounts = new ConcurrentHashMap<>(Map.of(OWNER.ref(), OWNER, OTHER.ref(), OTHER));
    /** Things that nobody sees. */
    final Set<Ref> hidden = ConcurrentHashMap.newKeySet();

    /** How often something was to be opened. */
    final AtomicInteger vaultAsked = new AtomicInteger();

    final MovedClock clock = new MovedClock();
    final Webhooks webhooks;
    final Fares fares;
    final WebhooksSettings settings = new WebhooksSettings(
            new WebhooksSettings.Values(4, 50, Duration.ofSeconds(10), Duration.ofHours(72), Duration.ofDays(7)));
    private final TestDatabase database;
    private final Path home;
    private final Tx tx;
    private final GuardedOutbound outbound = new GuardedOutbound(loopback());
    private final EventsInView sight = new EventsInView(List.of(new Things()));
    private final List<PostOffice> offices = new ArrayList<>();

    Front(TestDatabase database) {
        this(database, newHome());
    }

    /** @param home where the installation's key lies */
    Front(TestDatabase database, Path home) {
        this.database = database;
        this.home = home;
        tx = database.tx("webhooks");
        Vault vault = new Counted(new VaultKeeper(database.tx("security"), home));
        webhooks = new Webhooks(
                new KeptRecords(new FieldRights(database.tx("records")), new Companions()),
                tx,
                database.eventLog(),
                outbound,
                this::account,
                settings,
                vault,
                clock);
        fares = new Fares(webhooks, database.eventLog(), this::account, clock);
    }

    /** A node begins to send. */
    PostOffice node() {
        PostOffice office = new PostOffice(
                tx,
                webhooks.desk(),
                database.eventLog(),
                sight,
                this::account,
                webhooks.secrets(),
                outbound,
                settings,
                clock,
                LOOK);
        office.start();
        offices.add(office);
        return office;
    }

    Tx tx() {
        return tx;
    }

    /** Where the installation's key lies. */
    Path home() {
        return home;
    }

    static Path newHome() {
        try {
            Path made = Files.createTempDirectory("webhooks");
            made.toFile().deleteOnExit();
            return made;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String subscribe(String url, String... events) {
        return as(OWNER, () -> webhooks.desk()
                .create(OWNER, new SubscriberDraft("Shop", url, List.of(events), null, null))
                .id());
    }

    /** With a secret, so that something is sent. */
    String ready(Receiver receiver) {
        String id = subscribe(receiver.url(), "platform.record.*");
        webhooks.rotate(OWNER, id, Duration.ZERO);
        return id;
    }

    /** A thing has changed. */
    void happen(String thing) {
        tx.write(work -> {
            work.publish(new RecordChanged(thing(thing), "changed", 1, List.of("name")));
            return null;
        });
        database.placeEvents();
    }

    static Ref thing(String name) {
        return new Ref("demo", "thing", name);
    }

    Fares.Fare fare(String id) {
        return fares.of(OWNER, id);
    }

    private Optional<Actor> account(Ref ref) {
        return Optional.ofNullable(accounts.get(ref));
    }

    static <T> T as(Actor actor, Supplier<T> work) {
        try (Caller.Binding bound = new Caller(actor, "request-1").bind()) {
            return work.get();
        }
    }

    static Actor user(String name, Set<String> permissions) {
        return new Actor(new Ref("platform", "user", name), name, permissions, false);
    }

    static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!condition.getAsBoolean()) {
            assertTrue(what + " did not come to pass in time", System.nanoTime() < until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    @Override
    public void close() {
        offices.forEach(PostOffice::close);
        outbound.close();
    }

    /** Goes on as time does, and further when it is told to. */
    static final class MovedClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        void go(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    /** The installation's vault. */
    private final class Counted implements Vault {

        private final Vault vault;

        Counted(Vault vault) {
            this.vault = vault;
        }

        @Override
        public String seal(String purpose, byte[] secret) {
            return vault.seal(purpose, secret);
        }

        @Override
        public byte[] open(String purpose, String sealed) {
            vaultAsked.incrementAndGet();
            return vault.open(purpose, sealed);
        }

        @Override
        public boolean sealed(String text) {
            return vault.sealed(text);
        }
    }

    /** The things of a function. */
    private final class Things implements RecordAccess {

        @Override
        public boolean knows(Ref kind) {
            return kind.module().equals("demo");
        }

        @Override
        public void requireRead(Actor actor, Ref record) {
            actor.require("demo.thing.read");
            if (hidden.contains(record)) {
                throw NotFound.of("demo", "thing", record.id());
            }
        }

        @Override
        public void requireChange(Actor actor, Ref record) {
            requireRead(actor, record);
        }
    }

    /** Plain http to this machine; everything else as without a file. */
    private static OutboundConfig loopback() {
        Map<String, Object> set = Map.of("http", true, "networks", new String[] {"127.0.0.0/8"});
        return (OutboundConfig) Proxy.newProxyInstance(
                Front.class.getClassLoader(),
                new Class<?>[] {OutboundConfig.class},
                (self, key, none) -> set.getOrDefault(key.getName(), key.getDefaultValue()));
    }
}
