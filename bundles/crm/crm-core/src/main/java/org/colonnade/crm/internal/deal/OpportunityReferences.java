package org.colonnade.crm.internal.deal;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.spi.PartyReferenceParticipant;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.deal.OpportunityRule;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opportunities follow their customers and contacts when these become one with others, and come back; every change is in their history. */
@Component(service = PartyReferenceParticipant.class)
public class OpportunityReferences implements PartyReferenceParticipant {

    private static final String OF_PARTY = "select id from crm_opportunity where party = ? or contact = ? order by id";
    private static final TypeReference<List<Moved>> LIST = new TypeReference<>() {};

    private final Deals deals;

    @Activate
    public OpportunityReferences(@Reference Deals deals) {
        this.deals = deals;
    }

    /** What was moved of an opportunity. */
    public record Moved(String id, boolean party, boolean contact) {}

    @Override
    public String name() {
        return "crm.opportunities";
    }

    @Override
    public String module() {
        return "crm";
    }

    @Override
    public String move(Ref merged, Ref survivor, Work work) throws SQLException {
        List<String> ids = Sql.query(
                work.unwrap(Connection.class),
                OF_PARTY,
                row -> Tsid.text(row.getLong(1)),
                merged.toString(),
                merged.toString());
        List<Moved> journal = new ArrayList<>();
        for (String id : ids) {
            Kept<Opportunity> one = deals.opportunities().locked(work, id);
            Moved moved = new Moved(
                    id,
                    merged.equals(one.value().party()),
                    merged.equals(one.value().contact()));
            put(work, one, moved, survivor, "party-merged");
            journal.add(moved);
        }
        return journal.isEmpty() ? "" : Json.write(journal);
    }

    @Override
    public void putBack(Ref merged, Ref survivor, String journal, Work work) throws SQLException {
        List<Moved> all = journal.isEmpty() ? List.of() : Json.read(journal, LIST);
        List<Kept<Opportunity>> present =
                deals.opportunities().find(work, all.stream().map(Moved::id).toList());
        for (Moved moved : all) {
            if (present.stream().anyMatch(one -> one.id().equals(moved.id()))) {
                Kept<Opportunity> one = deals.opportunities().locked(work, moved.id());
                Moved still = new Moved(
                        moved.id(),
                        moved.party() && survivor.equals(one.value().party()),
                        moved.contact() && survivor.equals(one.value().contact()));
                put(work, one, still, merged, "party-unmerged");
            }
        }
    }

    private void put(Work work, Kept<Opportunity> one, Moved moved, Ref to, String action) throws SQLException {
        Ref party = moved.party() ? to : one.value().party();
        Ref contact = moved.contact() ? to : one.value().contact();
        deals.opportunities().put(work, one, OpportunityRule.concerning(one.value(), party, contact), action);
    }
}
