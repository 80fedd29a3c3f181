package org.colonnade.platform.series.internal;

import java.util.List;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.series.internal.store.GapRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Legal numbers have no gaps. */
@Component(service = Invariant.class)
public final class OneToN implements Invariant {

    private final Tx tx;

    @Activate
    public OneToN(@Reference(target = "(module=series)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String name() {
        return "series.one-to-n";
    }

    @Override
    public String statement() {
        return "The numbers of a series in a period follow each other from its first to its latest without a gap, and none reads like "
                + "another.";
    }

    @Override
    public List<String> counterExamples(int limit) {
        return tx.read(work -> GapRows.find(work, limit));
    }
}
