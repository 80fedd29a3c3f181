package org.colonnade.crm.internal.reaction;

import java.util.HashMap;
import java.util.Map;
import org.colonnade.crm.internal.store.MergeStore;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the functions have written down so that they can put their references back. */
@Component(service = MoveJournals.class)
public class MoveJournals {

    private final Tx tx;
    private final MergeStore merges = new MergeStore();

    @Activate
    public MoveJournals(@Reference(target = "(module=crm)") Tx tx) {
        this.tx = tx;
    }

    /** The journals of one participant by the merged party's id; empty while they are not written down. */
    Map<String, String> of(Ref record, String participant) {
        return tx.read(work -> {
            Map<String, String> journals = new HashMap<>();
            merges.moved(work, Tsid.parse(record.id()), participant)
                    .forEach((party, journal) -> journals.put(Tsid.text(party), journal));
            return journals;
        });
    }
}
