package org.colonnade.crm.internal.invariant;

import java.util.ArrayList;
import java.util.List;
import org.colonnade.crm.internal.CrmSettings;
import org.colonnade.crm.internal.store.Audit;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is searched is what the fields say. */
@Component(service = Invariant.class)
public class SearchIsTrue implements Invariant {

    private static final int SAMPLE = 10_000;

    private final Tx tx;
    private final CrmSettings settings;
    private final PartyStore parties;

    @Activate
    public SearchIsTrue(@Reference(target = "(module=crm)") Tx tx, @Reference CrmSettings settings) {
        this.tx = tx;
        this.settings = settings;
        this.parties = new PartyStore(settings::phones);
    }

    @Override
    public String name() {
        return "crm.search-is-true";
    }

    @Override
    public String statement() {
        return "Every party is searched under its present name, kind and state; the first " + SAMPLE
                + " in the words of their fields.";
    }

    @Override
    public List<String> counterExamples(int limit) {
        return tx.read(work -> {
            List<String> wrong = new ArrayList<>(Audit.unsearched(work, limit));
            wrong.addAll(Audit.searchTexts(work, parties, settings.phones(), SAMPLE, limit - wrong.size()));
            return wrong;
        });
    }
}
