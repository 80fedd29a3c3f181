package org.colonnade.platform.store.internal;

import java.nio.file.Path;
import org.colonnade.platform.store.internal.database.DatabaseSettings;

/**
 * Where everything is kept.
 *
 * @param database which database
 * @param anchors the folder for the anchors of the audit; better on another disk than the database
 */
public record StoreSettings(DatabaseSettings database, Path anchors) {

    /** Whether the other settings can be taken without opening everything anew. */
    public boolean samePlaces(StoreSettings other) {
        return database.sameDatabase(other.database) && anchors.equals(other.anchors);
    }
}
