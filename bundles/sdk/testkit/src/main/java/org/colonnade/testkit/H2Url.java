package org.colonnade.testkit;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.colonnade.platform.store.internal.database.DatabaseSettings;

/** Where the H2 databases of tests are. */
final class H2Url {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private H2Url() {}

    static DatabaseSettings fresh() {
        return DatabaseSettings.of(
                "jdbc:h2:mem:test" + NUMBER.incrementAndGet() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000", "sa", "");
    }

    static DatabaseSettings file(Path file) {
        return DatabaseSettings.of(
                "jdbc:h2:file:" + file.toAbsolutePath() + ";WRITE_DELAY=0;LOCK_TIMEOUT=5000", "sa", "");
    }
}
