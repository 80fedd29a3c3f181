package org.colonnade.platform.privacy.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.api.privacy.PersonQuery;
import org.colonnade.platform.api.privacy.PersonalData;
import org.colonnade.platform.api.privacy.PersonalExport;
import org.colonnade.platform.api.privacy.PersonalItem;
import org.colonnade.platform.api.privacy.PersonalRecord;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the audit holds of a record that stands for a person: its content goes, who did what and when stays, and the chain stays whole.
 */
@Component(service = PersonalData.class)
public final class AuditPersons implements PersonalData {

    private static final String KIND = "audit:entry";

    private final Tx tx;
    private final AuditLog audit;

    @Activate
    public AuditPersons(@Reference(target = "(module=privacy)") Tx tx, @Reference AuditLog audit) {
        this.tx = tx;
        this.audit = audit;
    }

    @Override
    public String module() {
        return "audit";
    }

    @Override
    public List<PersonalRecord> find(PersonQuery query) {
        return List.of();
    }

    @Override
    public void export(Ref person, PersonalExport out) throws IOException {
        String after = null;
        do {
            Page<Entry> page = audit.history(person, new PageRequest(PageRequest.MAX_LIMIT, after));
            for (Entry entry : page.items()) {
                if (entry.after() != null) {
                    out.record(new PersonalItem(
                            KIND,
                            person,
                            "Proof of what was changed",
                            Map.of("at", entry.at(), "action", entry.action(), "content", entry.after())));
                }
            }
            after = page.next();
        } while (after != null);
    }

    @Override
    public Erasure erase(Ref person, ErasureContext context) {
        if (audit.history(person, new PageRequest(1, null)).items().isEmpty()) {
            return Erasure.NOTHING;
        }
        Hold hold = context.hold(person).orElse(null);
        if (hold != null) {
            return new Erasure(List.of(Erasure.Line.kept(person, KIND, hold)));
        }
        if (!context.preview()) {
            tx.write(work -> audit.erase(work, person, content -> null));
        }
        return new Erasure(List.of(Erasure.Line.anonymised(person, KIND)));
    }
}
