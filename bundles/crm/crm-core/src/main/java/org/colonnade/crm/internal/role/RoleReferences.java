package org.colonnade.crm.internal.role;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.colonnade.crm.api.PartyRole;
import org.colonnade.crm.api.PartyRoleDraft;
import org.colonnade.crm.api.spi.PartyReferenceParticipant;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.RolePeriod;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Roles follow their party when it becomes one with another, and come back. Of the days on which the survivor has the same role already
 * nothing is taken along: a role that is about nothing else is put away until the merge is taken back.
 */
@Component(service = PartyReferenceParticipant.class)
public class RoleReferences implements PartyReferenceParticipant {

    private static final Actor CRM = Actor.system("crm");
    private static final TypeReference<List<Moved>> LIST = new TypeReference<>() {};

    private final RecordDesk<PartyRole, PartyRoleDraft> roles;

    @Activate
    public RoleReferences(@Reference RoleRecords records) {
        this.roles = records.desk();
    }

    /**
     * What became of a role.
     *
     * @param id the role's
     * @param from its first day before, or null
     * @param to its last day before, or null
     * @param leftFrom its first day now
     * @param leftTo its last day now
     * @param away whether it was put away
     * @param rest further roles that were added for days after those
     */
    public record Moved(
            String id,
            LocalDate from,
            LocalDate to,
            LocalDate leftFrom,
            LocalDate leftTo,
            boolean away,
            List<String> rest) {}

    @Override
    public String name() {
        return "crm.party-roles";
    }

    @Override
    public String module() {
        return "crm";
    }

    @Override
    public String move(Ref merged, Ref survivor, Work work) throws SQLException {
        List<Moved> journal = new ArrayList<>();
        for (String id : RoleTable.of(work, merged)) {
            Kept<PartyRole> role = roles.locked(work, id);
            journal.add(place(work, role, survivor, role.value(), "party-merged"));
        }
        return journal.isEmpty() ? "" : Json.write(journal);
    }

    @Override
    public void putBack(Ref merged, Ref survivor, String journal, Work work) throws SQLException {
        List<Moved> all = journal.isEmpty() ? List.of() : Json.read(journal, LIST);
        for (Moved moved : all) {
            takeAway(work, merged, survivor, moved.rest());
        }
        List<String> ids = all.stream().map(Moved::id).toList();
        List<String> present = roles.find(work, ids).stream().map(Kept::id).toList();
        for (Moved moved : all) {
            Kept<PartyRole> role = present.contains(moved.id()) ? roles.locked(work, moved.id()) : null;
            if (role != null && survivor.equals(role.value().party())) {
                PartyRole value = role.value();
                boolean same = Objects.equals(value.validFrom(), moved.leftFrom())
                        && Objects.equals(value.validTo(), moved.leftTo());
                PartyRole wanted = same ? value.of(merged, moved.from(), moved.to()) : value;
                place(work, role, merged, wanted, "party-unmerged");
                if (moved.away() && role.archived() && free(work, role.id(), merged, wanted)) {
                    roles.restore(CRM, moved.id(), version -> {});
                }
            }
        }
    }

    /** Gives a role to a party, for the days of it that the party does not have yet. */
    private Moved place(Work work, Kept<PartyRole> role, Ref party, PartyRole wanted, String action)
            throws SQLException {
        RolePeriod days = RolePeriod.of(wanted.validFrom(), wanted.validTo());
        List<RolePeriod> left =
                role.archived() ? List.of(days) : days.without(RoleTable.others(work, party, wanted.role(), role.id()));
        boolean away = left.isEmpty();
        RolePeriod first = away ? days : left.get(0);
        Kept<PartyRole> there = role;
        if (away) {
            roles.archive(CRM, role.id(), version -> {});
            there = roles.locked(work, role.id());
        }
        PartyRole after = wanted.of(party, first.first(), first.last());
        roles.put(work, there, after, action);
        List<String> rest = new ArrayList<>();
        for (RolePeriod more : left.subList(Math.min(1, left.size()), left.size())) {
            rest.add(
                    roles.add(work, wanted.of(party, more.first(), more.last())).id());
        }
        return new Moved(
                role.id(), wanted.validFrom(), wanted.validTo(), after.validFrom(), after.validTo(), away, rest);
    }

    private static boolean free(Work work, String id, Ref party, PartyRole role) throws SQLException {
        RolePeriod days = RolePeriod.of(role.validFrom(), role.validTo());
        return RoleTable.others(work, party, role.role(), id).stream().noneMatch(days::meets);
    }

    /** What was added by the way is put away where it came from, unless it is somebody else's now. */
    private void takeAway(Work work, Ref merged, Ref survivor, List<String> added) throws SQLException {
        for (Kept<PartyRole> one : roles.find(work, added)) {
            PartyRole value = one.value();
            if (survivor.equals(value.party()) && !one.archived()) {
                roles.archive(CRM, one.id(), version -> {});
                PartyRole back = value.of(merged, value.validFrom(), value.validTo());
                roles.put(work, roles.locked(work, one.id()), back, "party-unmerged");
            }
        }
    }
}
