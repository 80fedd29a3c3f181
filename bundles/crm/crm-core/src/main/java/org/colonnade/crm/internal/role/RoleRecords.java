package org.colonnade.crm.internal.role;

import java.time.LocalDate;
import java.util.Optional;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyRole;
import org.colonnade.crm.api.PartyRoleDraft;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The upkeep of roles. */
@Component(service = RoleRecords.class)
public class RoleRecords {

    private static final RecordKind<PartyRole, PartyRoleDraft> KIND =
            RecordKind.of(PartyRole.class, PartyRoleDraft.class);

    private static final Actor CRM = Actor.system("crm");

    private final PartyDirectory directory;
    private final RecordDesk<PartyRole, PartyRoleDraft> desk;

    @Activate
    public RoleRecords(
            @Reference RecordKit kit,
            @Reference(target = "(module=crm)") Tx tx,
            @Reference PartyDirectory directory,
            @Reference Parties parties) {
        this.directory = directory;
        this.desk = kit.desk(KIND.with(new RoleRules(directory, parties)).indexed(RoleReach.INDEX), tx);
    }

    /** The desk. */
    public RecordDesk<PartyRole, PartyRoleDraft> desk() {
        return desk;
    }

    /**
     * The roles of a party, for one that was merged those of the living one.
     *
     * @param activeOn a day on which they count; null for all
     */
    public Page<Kept<PartyRole>> of(Actor actor, String party, LocalDate activeOn, PageRequest page) {
        long id = Tsid.parse(party);
        Party living = (id < 0 ? Optional.<Party>empty() : directory.find(actor, StoredParty.ref(id)))
                .orElseThrow(() -> NotFound.of("crm", "party", party));
        String whose = "party==" + living.ref();
        String filter = activeOn == null
                ? whose
                : whose + ";(validFrom!=*,validFrom=le=" + activeOn + ");(validTo!=*,validTo=ge=" + activeOn + ')';
        // the party is in the actor's view, so its roles are
        return desk.list(CRM, RecordQuery.all().where(filter).at(page));
    }
}
