package org.colonnade.crm.internal.lead;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.spi.PartyReferenceParticipant;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.lead.LeadChange;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Converted leads follow their party when it becomes one with another, and come back. */
@Component(service = PartyReferenceParticipant.class)
public class LeadReferences implements PartyReferenceParticipant {

    private static final String OF_PARTY = "select id from crm_lead where party = ? order by id";
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};

    private final LeadRecords records;

    @Activate
    public LeadReferences(@Reference LeadRecords records) {
        this.records = records;
    }

    @Override
    public String name() {
        return "crm.leads";
    }

    @Override
    public String module() {
        return "crm";
    }

    @Override
    public String move(Ref merged, Ref survivor, Work work) throws SQLException {
        List<String> ids = Sql.query(
                work.unwrap(Connection.class), OF_PARTY, row -> Tsid.text(row.getLong(1)), merged.toString());
        for (String id : ids) {
            put(work, records.leads().locked(work, id), survivor, "party-merged");
        }
        return ids.isEmpty() ? "" : Json.write(ids);
    }

    @Override
    public void putBack(Ref merged, Ref survivor, String journal, Work work) throws SQLException {
        List<String> ids = journal.isEmpty() ? List.of() : Json.read(journal, LIST);
        for (Kept<Lead> lead : records.leads().find(work, ids)) {
            Kept<Lead> locked = records.leads().locked(work, lead.id());
            if (survivor.equals(locked.value().party())) {
                put(work, locked, merged, "party-unmerged");
            }
        }
    }

    private void put(Work work, Kept<Lead> lead, Ref party, String action) throws SQLException {
        Lead value = lead.value();
        Lead after = LeadChange.of(value)
                .converted(party, value.opportunity(), value.convertedAt())
                .make();
        records.leads().put(work, lead, after, action);
    }
}
