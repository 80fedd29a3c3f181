package org.colonnade.platform.dossier.internal.invariant;

import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.dossier.internal.DossierSettings;
import org.colonnade.platform.dossier.internal.blob.BlobFolder;
import org.colonnade.platform.dossier.internal.store.BlobStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Each content that an attachment refers to lies in the data folder, whole. */
@Component(service = Invariant.class)
public final class ContentsAreThere implements Invariant {

    private static final int AT_ONCE = 1000;

    private final Tx tx;
    private final DossierSettings settings;

    @Activate
    public ContentsAreThere(@Reference(target = "(module=dossier)") Tx tx, @Reference DossierSettings settings) {
        this.tx = tx;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "platform.attachments-have-contents";
    }

    @Override
    public String statement() {
        return "Each content that an attachment refers to lies in the data folder with the length that it came with.";
    }

    @Override
    public List<String> counterExamples(int limit) {
        BlobFolder folder = new BlobFolder(settings.now().folder());
        List<String> found = new ArrayList<>();
        List<BlobStore.Blob> blobs = after("");
        while (!blobs.isEmpty() && found.size() < limit) {
            for (BlobStore.Blob blob : blobs) {
                long there = folder.size(blob.digest());
                if (there != blob.size() && found.size() < limit) {
                    found.add("The content " + blob.digest() + (there < 0 ? " is not there" : " has another length"));
                }
            }
            blobs = after(blobs.get(blobs.size() - 1).digest());
        }
        return found;
    }

    private List<BlobStore.Blob> after(String digest) {
        return tx.read(work -> BlobStore.used(work, digest, AT_ONCE));
    }
}
