package org.colonnade.crm.internal.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.colonnade.crm.internal.CrmSettings;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps who has looked at which party, where the configuration says for how long. Reading waits for nothing: what is noted is written
 * together once a second and when crm stops. A process that is killed loses the last second of it, which is why no decision may rest on it.
 */
@Component(service = ReadLog.class)
public class ReadLog {

    /** The permission to see who has looked at a party. */
    public static final String READ = "crm.access-log.read";

    private static final Logger LOG = LoggerFactory.getLogger(ReadLog.class);
    private static final int ROOM = 20_000;
    private static final int AT_ONCE = 1_000;
    private static final int PAUSE_SECONDS = 1;
    private static final int PATIENCE_SECONDS = 5;
    private static final Duration SWEEP = Duration.ofHours(1);

    private final BlockingQueue<Noted> waiting = new ArrayBlockingQueue<>(ROOM);
    private final List<Noted> writing = new ArrayList<>();
    private final AtomicLong lost = new AtomicLong();
    private final Tx tx;
    private final CrmSettings settings;
    private final PartyStore parties;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "colonnade-crm-looks");
        made.setDaemon(true);
        return made;
    });
    private Instant swept = Instant.EPOCH;

    @Activate
    public ReadLog(@Reference(target = "(module=crm)") Tx tx, @Reference CrmSettings settings) {
        this(tx, settings, Clock.systemUTC());
        thread.scheduleWithFixedDelay(this::round, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    /** Writes when it is told to. */
    ReadLog(Tx tx, CrmSettings settings, Clock clock) {
        this.tx = tx;
        this.settings = settings;
        this.parties = new PartyStore(settings::phones);
        this.clock = clock;
    }

    /** What waits to be written. */
    record Noted(long company, long party, String actor, String request, Instant at) {}

    /** Somebody has seen a party. What the platform itself reads is nobody's look. */
    public void note(Actor actor, String party) {
        if (settings.accessLogDays() == 0 || actor.ref().type().equals("system")) {
            return;
        }
        Caller caller = Caller.current();
        Noted noted = new Noted(
                caller.company(), Tsid.parse(party), actor.ref().toString(), caller.requestId(), clock.instant());
        if (!waiting.offer(noted)) {
            lost.incrementAndGet();
        }
    }

    /**
     * Who has looked at a party, newest first. Needs {@value #READ}.
     *
     * @throws NotFound {@code crm.party.not-found}
     */
    public Page<Look> of(Actor actor, String party, PageRequest page) {
        actor.require(READ);
        long id = Tsid.parse(party);
        return tx.read(work -> {
            if (id < 0 || parties.names(work, List.of(id)).isEmpty()) {
                throw NotFound.of("crm", "party", party);
            }
            return LookTable.of(work, id, page);
        });
    }

    private void round() {
        try {
            flush();
            sweep();
        } catch (RuntimeException away) {
            // what could not be written waits; the next round comes in a second
            LOG.debug("Looks cannot be written now", away);
        }
    }

    /** Writes what waits; what cannot be written is kept for the next time. */
    synchronized void flush() {
        long gone = lost.getAndSet(0);
        if (gone > 0) {
            LOG.warn("{} looks at parties could not be kept: more came than were written", gone);
        }
        while (!writing.isEmpty() || waiting.drainTo(writing, AT_ONCE) > 0) {
            long company = writing.get(0).company();
            List<Noted> together =
                    writing.stream().filter(one -> one.company() == company).toList();
            try (Caller.Binding bound = Caller.current().in(company).bind()) {
                tx.write(work -> {
                    LookTable.add(work, together);
                    return null;
                });
            }
            writing.removeAll(together);
        }
    }

    /** Removes what was kept long enough, once an hour; what was kept when it was switched on goes in its time too. */
    synchronized void sweep() {
        Instant now = clock.instant();
        if (swept.plus(SWEEP).isAfter(now)) {
            return;
        }
        Instant before = now.minus(Duration.ofDays(settings.accessLogDays()));
        while (tx.everywhere().write(work -> LookTable.forget(work, before, AT_ONCE)) == AT_ONCE) {
            // the next ones
        }
        swept = now;
    }

    @Deactivate
    void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        try {
            flush();
        } catch (RuntimeException away) {
            LOG.warn("{} looks at parties could not be written before the end", waiting.size() + writing.size(), away);
        }
    }
}
