package org.colonnade.platform.store.internal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.store.internal.database.Database;
import org.colonnade.platform.store.internal.database.SqlFaults;

/** Tells whether changes are chained and anchored in time. */
public final class AuditHealth implements HealthCheck {

    private static final Duration LATE = Duration.ofMinutes(1);

    private final Database database;
    private final Anchorage anchorage;
    private final Clock clock;

    public AuditHealth(Database database, Anchorage anchorage, Clock clock) {
        this.database = database;
        this.anchorage = anchorage;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Finding check() {
        if (database.check().level() == Level.FAILED) {
            return Finding.failed("The audit waits for the database.", "See the check of the store.");
        }
        Optional<String> trouble = anchorage.trouble();
        if (trouble.isPresent()) {
            return Finding.warning(
                    trouble.get(),
                    "Run colonnade:audit-verify. If an older copy of the database was restored on purpose, put the anchor file away"
                            + " together with the copy; a new one is begun.");
        }
        try (Connection connection = database.own().getConnection()) {
            Optional<Instant> oldest = Sealer.oldest(connection);
            return oldest.isPresent() && oldest.get().isBefore(clock.instant().minus(LATE))
                    ? Finding.warning(
                            "Changes wait for more than a minute to be chained.",
                            "It goes on by itself; if it does not catch up, look into the log.")
                    : Finding.well("Every change is chained.");
        } catch (SQLException | RuntimeException failure) {
            return Finding.failed(
                    "The audit cannot be read: " + SqlFaults.translate(failure).getMessage(),
                    "See the check of the store.");
        }
    }
}
