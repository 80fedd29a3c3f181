package org.colonnade.platform.store.internal;

import java.net.URL;
import org.colonnade.platform.store.internal.migration.Migrator;

/** The store's own tables: the event log and the kept answers. */
final class OwnTables implements ModuleSource {

    @Override
    public String id() {
        return "platform-store";
    }

    @Override
    public URL file(String path) {
        // beside this class: on the class path of a test db/changelog.sql may be anybody's
        return path.equals(Migrator.CHANGE_LOG) ? OwnTables.class.getResource("events.sql") : null;
    }

    @Override
    public ClassLoader loader() {
        return OwnTables.class.getClassLoader();
    }
}
