package org.colonnade.platform.measures.internal;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.measures.internal.store.RateTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells when rates have come to an end: amounts of today would be refused then. It looks once a minute. */
@Component(service = HealthCheck.class)
public final class RatesHealth implements HealthCheck {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Tx tx;
    private final MeasuresSettings settings;
    private final Clock clock;
    private volatile Look last;

    private record Look(Finding finding, Instant at, int age) {}

    @Activate
    public RatesHealth(@Reference(target = "(module=measures)") Tx tx, @Reference MeasuresSettings settings) {
        this(tx, settings, Clock.systemUTC());
    }

    RatesHealth(Tx tx, MeasuresSettings settings, Clock clock) {
        this.tx = tx;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rates";
    }

    @Override
    public Finding check() {
        Look seen = last;
        Instant now = clock.instant();
        int age = settings.maximumAge();
        if (seen == null || seen.age() != age || seen.at().plus(FRESH).isBefore(now)) {
            try {
                seen = new Look(tx.everywhere().read(work -> look(work, now, age)), now, age);
            } catch (Problem away) {
                return Finding.warning("Rates cannot be seen: the store does not answer.", "See the check 'store'.");
            }
            last = seen;
        }
        return seen.finding();
    }

    private static Finding look(Work work, Instant now, int age) throws SQLException {
        LocalDate newest = RateTable.newest(work);
        if (newest == null) {
            return Finding.well("There are no exchange rates yet.");
        }
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        if (ChronoUnit.DAYS.between(newest, today) > age) {
            return Finding.warning(
                    "The newest exchange rate is of " + newest + ": amounts of today are not converted any more.",
                    "Import newer rates at /api/platform/rates, or allow older ones by maximumAge in etc/org.colonnade.measures.cfg.");
        }
        return Finding.well("The newest exchange rate is of " + newest + '.');
    }
}
