package org.colonnade.crm.internal.reaction;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.event.PartyReferencesMoved;
import org.colonnade.crm.internal.store.MergeStore;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.event.Reaction;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Component;

/** Notes in the record of a merge what the other functions have done with their references. */
@Component(service = Reaction.class)
public class MoveRecorder implements Reaction<PartyReferencesMoved> {

    private final MergeStore merges = new MergeStore();

    @Override
    public String name() {
        return "crm.move-recorder";
    }

    @Override
    public String module() {
        return "crm";
    }

    @Override
    public List<Class<? extends PartyReferencesMoved>> events() {
        return List.of(PartyReferencesMoved.class);
    }

    @Override
    public void react(PartyReferencesMoved event, Work work) throws SQLException {
        long record = Tsid.parse(event.record().id());
        if (event.putBack()) {
            merges.putBack(work, record, event.participant());
            return;
        }
        Map<Long, String> journals = new HashMap<>();
        event.journals().forEach((party, journal) -> journals.put(Tsid.parse(party), journal));
        merges.moved(work, record, event.participant(), journals);
    }
}
