package org.colonnade.platform.webhooks.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.outbound.Outbound;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.security.Vault;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.webhooks.internal.domain.DeliveryState;
import org.colonnade.platform.webhooks.internal.domain.Outcome;
import org.colonnade.platform.webhooks.internal.domain.Signature;
import org.colonnade.platform.webhooks.internal.domain.Subscriber;
import org.colonnade.platform.webhooks.internal.domain.SubscriberDraft;
import org.colonnade.platform.webhooks.internal.engine.Courier;
import org.colonnade.platform.webhooks.internal.store.CursorRows;
import org.colonnade.platform.webhooks.internal.store.Delivery;
import org.colonnade.platform.webhooks.internal.store.DeliveryRows;
import org.colonnade.platform.webhooks.internal.store.SealedSecrets;
import org.colonnade.platform.webhooks.internal.store.SecretRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The upkeep of subscribers, and what people do with them. */
@Component(service = Webhooks.class)
public final class Webhooks {

    /** The permission to see subscribers, how they fare, and what was sent to them. */
    public static final String READ = "webhooks.subscriber.read";
    /** The permission to add and change them, and to have things sent again. */
    public static final String CHANGE = "webhooks.subscriber.change";
    /** The longest time for which an old secret holds beside the new one. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private static final RecordKind<Subscriber, SubscriberDraft> KIND =
            RecordKind.of(Subscriber.class, SubscriberDraft.class);

    private final Tx tx;
    private final EventLog log;
    private final Courier courier;
    private final Clock clock;
    private final SubscriberRules rules;
    private final SealedSecrets secrets;
    private final RecordDesk<Subscriber, SubscriberDraft> desk;

    @Activate
    public Webhooks(
            @Reference RecordKit kit,
            @Reference(target = "(module=webhooks)") Tx tx,
            @Reference EventLog log,
            @Reference Outbound outbound,
            @Reference Owners owners,
            @Reference WebhooksSettings settings,
            @Reference Vault vault) {
        this(kit, tx, log, outbound, owners, settings, vault, Clock.systemUTC());
    }

    Webhooks(
            RecordKit kit,
            Tx tx,
            EventLog log,
            Outbound outbound,
            Owners owners,
            WebhooksSettings settings,
            Vault vault,
            Clock clock) {
        this.tx = tx;
        this.secrets = new SealedSecrets(vault);
        this.log = log;
        this.clock = clock;
        this.courier = new Courier(outbound, settings, clock);
        this.rules = new SubscriberRules(log, outbound, owners);
        this.desk = kit.desk(KIND.with(rules), tx);
    }

    /** What people may be allowed here. */
    static List<Permission> permissions() {
        return KIND.permissions();
    }

    /** The upkeep. */
    public RecordDesk<Subscriber, SubscriberDraft> desk() {
        return desk;
    }

    Tx tx() {
        return tx;
    }

    /** What opens the secrets of subscribers. */
    public SealedSecrets secrets() {
        return secrets;
    }

    /**
     * A new secret, which is shown here and never again.
     *
     * @param overlap for how long those of before hold beside it
     * @throws org.colonnade.platform.api.problem.Forbidden {@code webhooks.subscriber.not-owner}
     * @throws Rejected {@code webhooks.subscriber.overlap}
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.vault.key}
     */
    public String rotate(Actor actor, String id, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new Rejected("webhooks.subscriber.overlap", "An old secret holds for 30 more days at most.")
                    .field("overlapHours", "0 to " + LONGEST_OVERLAP.toHours());
        }
        String known = tx.read(work -> desk.changeable(work, actor, id)).id();
        String secret = Signature.secret();
        String sealed = secrets.seal(Tsid.parse(known), secret);
        return tx.write(work -> {
            Kept<Subscriber> subscriber = desk.locked(work, actor, id);
            rules.requireOwner(actor, subscriber.value().owner());
            Instant now = clock.instant();
            SecretRows.replace(work, Tsid.parse(subscriber.id()), sealed, now, now.plus(overlap));
            work.record(Change.of(KIND.ref(subscriber.id()), "secret-rotated", subscriber.version(), null));
            return secret;
        });
    }

    /**
     * Sends an event that tells nothing, {@code webhooks.test}, and says how that went.
     *
     * @throws Conflict {@code webhooks.subscriber.no-secret}
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.vault.key}
     */
    public Outcome test(Actor actor, String id) {
        Supplier<Outcome> sending = tx.read(work -> {
            Kept<Subscriber> subscriber = desk.changeable(work, actor, id);
            List<String> valid = secrets.valid(work, Tsid.parse(subscriber.id()), clock.instant());
            if (valid.isEmpty()) {
                throw new Conflict(
                        "webhooks.subscriber.no-secret", "The subscriber has no secret yet; let one be made first.");
            }
            String message = Tsid.text(work.newId());
            return () -> courier.test(subscriber.value().url(), valid, message, subscriber.id());
        });
        return sending.get();
    }

    /**
     * Sends everything behind a position once more, or leaves out what lies before it.
     *
     * @return the position from now on
     * @throws Rejected {@code webhooks.subscriber.position}
     */
    public long replay(Actor actor, String id, long position) {
        long head = log.head();
        if (position < 0 || position > head) {
            throw new Rejected("webhooks.subscriber.position", "The log has the positions 0 to " + head + '.')
                    .field("position", "0 to " + head);
        }
        return tx.write(work -> {
            Kept<Subscriber> subscriber = desk.locked(work, actor, id);
            long number = Tsid.parse(subscriber.id());
            CursorRows.lock(work, number);
            CursorRows.move(work, number, position);
            DeliveryRows.takeBack(work, number, position);
            DeliveryRows.hurry(work, number, clock.instant());
            CursorRows.anew(work, number);
            work.record(Change.of(
                    KIND.ref(subscriber.id()), "replayed", subscriber.version(), "{\"position\":" + position + '}'));
            return position;
        });
    }

    /** The same from a moment on; a few earlier events may come too. */
    public long replay(Actor actor, String id, Instant from) {
        return replay(actor, id, log.before(from));
    }

    /** Something is sent again, after a pause or before its time. */
    public void resume(Actor actor, String id) {
        tx.write(work -> {
            Kept<Subscriber> subscriber = desk.locked(work, actor, id);
            long number = Tsid.parse(subscriber.id());
            CursorRows.pause(work, number, null, null);
            CursorRows.anew(work, number);
            DeliveryRows.hurry(work, number, clock.instant());
            work.record(Change.of(KIND.ref(subscriber.id()), "resumed", subscriber.version(), null));
            return null;
        });
    }

    /** What was sent, newest first; of every state if none is named. */
    public Page<Delivery> deliveries(Actor actor, String id, DeliveryState state, PageRequest page) {
        long number = Tsid.parse(desk.read(actor, id).id());
        List<String> keys = page.keys(1);
        long below = keys.isEmpty() ? Long.MAX_VALUE : Tsid.parse(keys.get(0));
        List<Delivery> found = tx.read(work -> DeliveryRows.page(work, number, state, below, page.limit() + 1));
        return found.size() <= page.limit()
                ? new Page<>(found, null)
                : new Page<>(
                        found.subList(0, page.limit()),
                        PageRequest.cursor(Tsid.text(found.get(page.limit() - 1).id())));
    }

    /**
     * Sends one event once more, out of its turn.
     *
     * @throws NotFound {@code webhooks.delivery.not-found}
     */
    public Delivery redeliver(Actor actor, String id, String delivery) {
        return tx.write(work -> {
            long number = Tsid.parse(desk.changeable(work, actor, id).id());
            Delivery found = delivery(work, number, delivery);
            if (found.state() != DeliveryState.PENDING) {
                DeliveryRows.again(work, found.id(), clock.instant());
            }
            return delivery(work, number, delivery);
        });
    }

    private static Delivery delivery(Work work, long subscriber, String delivery) throws SQLException {
        Optional<Delivery> found = DeliveryRows.find(work, subscriber, Tsid.parse(delivery));
        return found.orElseThrow(() -> NotFound.of("webhooks", "delivery", delivery));
    }
}
