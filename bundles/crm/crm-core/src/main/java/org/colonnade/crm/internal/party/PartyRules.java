package org.colonnade.crm.internal.party;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.event.PartyArchived;
import org.colonnade.crm.api.event.PartyChanged;
import org.colonnade.crm.api.event.PartyCreated;
import org.colonnade.crm.api.event.PartyRestored;
import org.colonnade.crm.internal.CrmSettings;
import org.colonnade.crm.internal.domain.PartyCheck;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PointIds;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRules;
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

    @Override
    public PartyRecord decide(PartyRecord wanted, PartyRecord before, Work work) {
        PartyDraft draft = points(wanted.draft(), before == null ? List.of() : before.contactPoints(), work);
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
