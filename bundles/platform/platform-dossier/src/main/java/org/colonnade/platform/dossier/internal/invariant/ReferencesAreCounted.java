package org.colonnade.platform.dossier.internal.invariant;

import java.util.List;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.dossier.internal.store.BlobStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Each content knows how many attachments refer to it; so none is swept that is needed. */
@Component(service = Invariant.class)
public final class ReferencesAreCounted implements Invariant {

    private final Tx tx;

    @Activate
    public ReferencesAreCounted(@Reference(target = "(module=dossier)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public String name() {
        return "platform.attachments-are-counted";
    }

    @Override
    public String statement() {
        return "The number of references that is kept with a content is the number of attachments that refer to it.";
    }

    @Override
    public List<String> counterExamples(int limit) {
        return tx.read(work -> BlobStore.miscounted(work, limit)).stream()
                .map(digest -> "The content " + digest + " counts its references wrong")
                .toList();
    }
}
