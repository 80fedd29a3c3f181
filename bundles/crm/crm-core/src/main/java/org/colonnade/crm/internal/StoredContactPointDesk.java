package org.colonnade.crm.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.colonnade.crm.api.Bounce;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactPointDesk;
import org.colonnade.crm.api.ContactPointDraft;
import org.colonnade.crm.api.PartyDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.event.ContactPointBounced;
import org.colonnade.crm.api.event.ContactPointVerified;
import org.colonnade.crm.internal.domain.Limits;
import org.colonnade.crm.internal.domain.PointChange;
import org.colonnade.crm.internal.domain.PointList;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.crm.internal.party.PartyRecord;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contact points one by one; every change is one of their party, by its upkeep. */
@Component(service = ContactPointDesk.class)
public class StoredContactPointDesk implements ContactPointDesk {

    private static final String FIELD = "contactPoints";
    private static final String BOUNCED = "What was sent here came back";

    private final Tx tx;
    private final PartyStore store;
    private final RecordDesk<PartyRecord, PartyDraft> parties;

    @Activate
    public StoredContactPointDesk(
            @Reference(target = "(module=crm)") Tx tx, @Reference CrmSettings settings, @Reference Parties records) {
        this.tx = tx;
        this.store = new PartyStore(settings::phones);
        this.parties = records.desk();
    }

    @Override
    public Versioned<List<ContactPoint>> list(Actor actor, String party) {
        return read(actor, party);
    }

    @Override
    public Versioned<ContactPoint> get(Actor actor, String party, String point) {
        Versioned<List<ContactPoint>> all = read(actor, party);
        return new Versioned<>(found(all.value(), point), all.version());
    }

    /** Those of the party, for one that was merged of the living one; from their table, where each has an id. */
    private Versioned<List<ContactPoint>> read(Actor actor, String party) {
        actor.require(PartyDirectory.READ);
        sees(actor);
        Ref living = parties.read(actor, party).value().mergedInto();
        String id = living == null ? party : parties.read(actor, living.id()).id();
        StoredParty there = tx.read(work -> store.find(work, Tsid.parse(id)));
        if (there == null) {
            throw NotFound.of("crm", "party", party);
        }
        return new Versioned<>(
                there.content().draft().contactPoints(), there.row().version());
    }

    @Override
    public Versioned<ContactPoint> add(Actor actor, String party, LongConsumer expected, ContactPointDraft draft) {
        actor.require(PartyDesk.CHANGE);
        sees(actor);
        Set<String> known = new HashSet<>();
        Kept<PartyRecord> after = parties.change(actor, party, expected, present -> {
            present.contactPoints().forEach(one -> known.add(one.id()));
            return present.reached(PointList.with(present.contactPoints(), draft.point(null)));
        });
        return after.value().contactPoints().stream()
                .filter(one -> !known.contains(one.id()))
                .findFirst()
                .map(one -> new Versioned<>(one, after.version()))
                .orElseThrow(() -> new IllegalStateException("The contact point that was added is not there"));
    }

    @Override
    public Versioned<ContactPoint> change(
            Actor actor, String party, String point, LongConsumer expected, UnaryOperator<ContactPointDraft> change) {
        actor.require(PartyDesk.CHANGE);
        sees(actor);
        LocalDate today = tx.read(StoredContactPointDesk::today);
        Kept<PartyRecord> after = parties.change(actor, party, expected, present -> {
            ContactPoint before = found(present.contactPoints(), point);
            ContactPoint changed = change.apply(ContactPointDraft.of(before)).point(point);
            return present.reached(PointList.replaced(present.contactPoints(), before, changed, today));
        });
        return new Versioned<>(found(after.value().contactPoints(), point), after.version());
    }

    @Override
    public long remove(Actor actor, String party, String point, LongConsumer expected) {
        actor.require(PartyDesk.CHANGE);
        sees(actor);
        return parties.change(actor, party, expected, present -> {
                    List<ContactPoint> points = present.contactPoints();
                    return present.reached(PointList.without(points, found(points, point)));
                })
                .version();
    }

    @Override
    public Versioned<ContactPoint> verify(Actor actor, String party, String point, LongConsumer expected) {
        actor.require(PartyDesk.CHANGE);
        return tx.write(work -> {
            Kept<PartyRecord> before = locked(work, actor, party, expected);
            ContactPoint was = found(before.value().contactPoints(), point);
            ContactPoint is = PointChange.of(was)
                    .verified(work.now(), actor.ref().toString())
                    .bounced(null, null)
                    .make();
            work.publish(new ContactPointVerified(parties.kind().ref(party), point, is.type(), actor.ref()));
            return put(work, before, was, is, "contact-point-verified");
        });
    }

    @Override
    public Versioned<ContactPoint> bounce(
            Actor actor, String party, String point, LongConsumer expected, Bounce bounce) {
        actor.require(PartyDesk.CHANGE);
        new Fields().optional("reason", bounce.reason(), Limits.LINE).orReject("crm.contact-point.invalid");
        return tx.write(work -> {
            Kept<PartyRecord> before = locked(work, actor, party, expected);
            ContactPoint was = found(before.value().contactPoints(), point);
            int times = (was.bounces() == null ? 0 : was.bounces()) + 1;
            PointChange change = PointChange.of(was).bounced(times, work.now());
            if (bounce.permanent() && !was.doNotUse()) {
                boolean silent = bounce.reason() == null || bounce.reason().isBlank();
                change.doNotUse(true, silent ? BOUNCED : bounce.reason());
            }
            work.publish(
                    new ContactPointBounced(parties.kind().ref(party), point, was.type(), bounce.permanent(), times));
            return put(work, before, was, change.make(), "contact-point-bounced");
        });
    }

    /** The party, to be changed in its contact points. */
    private Kept<PartyRecord> locked(Work work, Actor actor, String party, LongConsumer expected) throws SQLException {
        sees(actor);
        if (!parties.writes(actor, FIELD)) {
            throw new Rejected("platform.field.not-writable", "You may not change all of these fields.")
                    .field(FIELD, "may not be changed by you");
        }
        Kept<PartyRecord> kept = parties.locked(work, actor, party);
        if (kept.value().mergedInto() != null) {
            throw new Conflict(
                    "crm.party.merged",
                    "The party is part of " + kept.value().mergedInto().id() + " now; change that one.");
        }
        expected.accept(kept.version());
        if (kept.archived()) {
            throw new Conflict("crm.party.archived", "The party is archived; restore it before you change it.");
        }
        return kept;
    }

    private Versioned<ContactPoint> put(
            Work work, Kept<PartyRecord> before, ContactPoint was, ContactPoint is, String action) throws SQLException {
        PartyRecord value = before.value();
        List<ContactPoint> points = PointList.replaced(value.contactPoints(), was, is, today(work));
        Kept<PartyRecord> after = parties.put(work, before, value.reached(points), action);
        return new Versioned<>(found(after.value().contactPoints(), is.id()), after.version());
    }

    private static LocalDate today(Work work) {
        return LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
    }

    private void sees(Actor actor) {
        if (!parties.sees(actor, FIELD)) {
            throw new Forbidden("platform.field.withheld", "Contact points are withheld from you.");
        }
    }

    private static ContactPoint found(List<ContactPoint> points, String id) {
        return points.stream()
                .filter(point -> point.id().equals(id))
                .findFirst()
                .orElseThrow(() -> NotFound.of("crm", "contact-point", id));
    }
}
