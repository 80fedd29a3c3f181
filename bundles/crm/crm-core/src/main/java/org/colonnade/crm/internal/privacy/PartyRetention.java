package org.colonnade.crm.internal.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.colonnade.crm.api.event.PartyArchived;
import org.colonnade.crm.internal.CrmSettings;
import org.colonnade.crm.internal.store.PartyAges;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.privacy.EventRedaction;
import org.colonnade.platform.api.privacy.RetentionAction;
import org.colonnade.platform.api.privacy.RetentionTarget;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long parties are kept: those that nobody changed for so long are put away or made anonymous. */
@Component(service = RetentionTarget.class)
public class PartyRetention implements RetentionTarget {

    private static final String ACTIVE = "active";
    private static final String ARCHIVED = "archived";

    private final Tx tx;
    private final PartyStore parties;
    private final PartyErasure erasure;

    @Activate
    public PartyRetention(
            @Reference(target = "(module=crm)") Tx tx,
            @Reference CrmSettings settings,
            @Reference EventRedaction events,
            @Reference AuditLog audit) {
        this.tx = tx;
        this.parties = new PartyStore(settings::phones);
        this.erasure = new PartyErasure(parties, events, audit);
    }

    @Override
    public String kind() {
        return PartyErasure.PARTY;
    }

    @Override
    public Set<String> states() {
        return Set.of(ACTIVE, ARCHIVED);
    }

    @Override
    public Set<RetentionAction> actions() {
        return Set.of(RetentionAction.ANONYMISE, RetentionAction.ARCHIVE);
    }

    @Override
    public long count(Criteria criteria) {
        return tx.read(work ->
                PartyAges.count(work, criteria.changedBefore(), wants(criteria, ACTIVE), wants(criteria, ARCHIVED)));
    }

    @Override
    public List<Ref> matching(Criteria criteria, Ref after, int limit) {
        return tx.read(work -> PartyAges.next(
                        work,
                        criteria.changedBefore(),
                        wants(criteria, ACTIVE),
                        wants(criteria, ARCHIVED),
                        after == null ? -1 : StoredParty.id(after),
                        limit)
                .stream()
                .map(StoredParty::ref)
                .toList());
    }

    @Override
    public Erasure apply(Criteria criteria, List<Ref> records, RetentionAction action) {
        String actor = Caller.current().actor().ref().toString();
        List<Long> ids = records.stream().map(StoredParty::id).toList();
        ErasureContext nothingHeld = new ErasureContext("retention", false, List.of());
        return tx.write(work -> {
            List<Erasure.Line> lines = new ArrayList<>();
            for (StoredParty party : parties.lock(work, ids).values()) {
                if (!matches(criteria, party)) {
                    continue;
                }
                Ref ref = StoredParty.ref(party.id());
                if (action == RetentionAction.ANONYMISE) {
                    erasure.erase(work, party, nothingHeld, actor);
                    lines.add(Erasure.Line.anonymised(ref, kind()));
                } else if (!party.row().archived()) {
                    parties.archive(work, party, true, actor);
                    work.publish(new PartyArchived(ref));
                    lines.add(Erasure.Line.archived(ref, kind()));
                }
            }
            return new Erasure(lines);
        });
    }

    private static boolean matches(Criteria criteria, StoredParty party) {
        return party.row().mergedInto() == null
                && party.changedAt().isBefore(criteria.changedBefore())
                && wants(criteria, party.row().archived() ? ARCHIVED : ACTIVE);
    }

    private static boolean wants(Criteria criteria, String state) {
        return criteria.states().isEmpty() || criteria.states().contains(state);
    }
}
