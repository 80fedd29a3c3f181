package org.colonnade.platform.dossier.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.dossier.internal.blob.BlobFolder;
import org.colonnade.platform.dossier.internal.store.BlobStore;

/** Removes contents that nothing has referred to for the time of grace, and what was left half received. */
final class BlobSweep {

    private static final int AT_ONCE = 100;

    private final Tx tx;
    private final DossierSettings settings;
    private final Clock clock;

    BlobSweep(Tx tx, DossierSettings settings, Clock clock) {
        this.tx = tx;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return how many contents were removed */
    int run() {
        DossierSettings.Values now = settings.now();
        Instant since = clock.instant().minus(now.grace());
        BlobFolder folder = new BlobFolder(now.folder());
        int removed = 0;
        List<String> unused = tx.read(work -> BlobStore.unused(work, since, AT_ONCE));
        while (!unused.isEmpty()) {
            for (String digest : unused) {
                removed += remove(folder, digest, since) ? 1 : 0;
            }
            unused = tx.read(work -> BlobStore.unused(work, since, AT_ONCE));
        }
        try {
            folder.clean(since);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return removed;
    }

    /** The row is held while the file goes: an upload of the same content waits, and puts its own file there afterwards. */
    private boolean remove(BlobFolder folder, String digest, Instant since) {
        return tx.write(work -> {
            boolean unused = BlobStore.sweep(work, digest, since);
            if (unused) {
                folder.remove(digest);
            }
            return unused;
        });
    }
}
