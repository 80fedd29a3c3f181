package org.colonnade.crm.internal.party;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.event.PartyArchived;
import org.colonnade.crm.api.event.PartyChanged;
import org.colonnade.crm.api.event.PartyCreated;
import org.colonnade.crm.api.event.PartyRestored;
import org.colonnade.crm.internal.CrmSettings;
import org.colonnade.crm.internal.domain.PartyCheck;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PointIds;
import org.colonnade.crm.internal.store.PointOwners;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.record.Turn;
import org.colonnade.platform.api.store.Work;

/** What crm adds to the upkeep of parties: the check of what was sent, what is completed, and the events. */
final class PartyRules implements RecordRules<PartyRecord, PartyDraft> {

    private final CrmSettings settings;
    private final BiConsumer<Actor, String> looks;
    private final Function<PartyDraft, Ref> territory;

    /**
     * The rules.
     *
     * @param looks hears who has looked at which party
     * @param territory which team looks after a party by its address; null for none
     */
    PartyRules(CrmSettings settings, BiConsumer<Actor, String> looks, Function<PartyDraft, Ref> territory) {
        this.settings = settings;
        this.looks = looks;
        this.territory = territory;
    }

    @Override
    public void looked(Actor actor, String id) {
        looks.accept(actor, id);
    }

    @Override
    public PartyDraft open(PartyDraft present) {
        return PartyRule.openForChange(present);
    }

    @Override
    public void check(Fields faults, PartyDraft draft, PartyRecord before) {
        PartyCheck.typed(draft, before == null ? null : before.draft())
                .faults()
                .forEach(fault -> faults.wrong(fault.field(), fault.fault()));
    }

    /**
     * A contact point that was removed gets its id back, unless that went to another party with a merge or its undoing. What cards those
     * who were part of it came from is said no more: going back makes nobody part of it again.
     */
    @Override
    public PartyRecord returned(Turn<PartyRecord> turn, Work work) throws SQLException {
        List<ContactPoint> present = turn.before().value().contactPoints();
        PartyDraft older = turn.after().value().draft();
        Set<String> gone = PointIds.gone(present, older.contactPoints());
        Set<String> taken = PointOwners.others(work, Tsid.parse(turn.before().id()), gone);
        List<ContactPoint> points = PointIds.returned(
                present, older.contactPoints(), taken, settings.phones(), () -> Tsid.text(work.newId()));
        List<Identifier> known = turn.before().value().identifiers();
        List<Identifier> identifiers = older.identifiers().stream()
                .filter(one -> !one.scheme().equals(Identifier.MERGED_UID) || known.contains(one))
                .toList();
        PartyDraft draft =
                older.reached(points).revised().identifiers(identifiers).draft();
        return decided(draft, turn.before().value(), work);
    }

    @Override
    public PartyRecord decide(PartyRecord wanted, PartyRecord before, Work work) {
        return decided(points(wanted.draft(), before == null ? List.of() : before.contactPoints(), work), before, work);
    }

    private PartyRecord decided(PartyDraft draft, PartyRecord before, Work work) {
        LocalDate today = LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
        if (before == null) {
            PartyDraft made = PartyRule.complete(draft, settings.phones(), today);
            Ref team = made.team() == null ? territory.apply(made) : null;
            return PartyRecord.of(
                    team == null ? made : made.revised().team(team).draft(), List.of(), null);
        }
        PartyDraft complete = PartyRule.complete(PartyRule.keepUid(before.draft(), draft), settings.phones(), today);
        return PartyRecord.of(complete, before.kept(), before.mergedInto());
    }

    @Override
    public boolean apart() {
        return true;
    }

    private PartyDraft points(PartyDraft wanted, List<ContactPoint> before, Work work) {
        return wanted.reached(
                PointIds.carried(before, wanted.contactPoints(), settings.phones(), () -> Tsid.text(work.newId())));
    }

    @Override
    public void stored(Work work, Kept<PartyRecord> before, Kept<PartyRecord> after) {
        Ref party = Parties.ref(after.id());
        PartyRecord now = after.value();
        if (before == null) {
            work.publish(new PartyCreated(party, now.displayName(), now.kind()));
            return;
        }
        if (!before.value().equals(now)) {
            work.publish(new PartyChanged(party, now.displayName(), now.kind()));
        }
        if (before.archived() != after.archived()) {
            work.publish(after.archived() ? new PartyArchived(party) : new PartyRestored(party));
        }
    }
}
