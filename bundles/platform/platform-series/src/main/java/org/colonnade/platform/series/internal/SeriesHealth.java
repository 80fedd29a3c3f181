package org.colonnade.platform.series.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.series.internal.store.ClaimRows;
import org.colonnade.platform.series.internal.store.CounterRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether postings get their numbers. */
@Component
public final class SeriesHealth implements HealthCheck {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Tx tx;
    private final Clock clock;

    @Activate
    public SeriesHealth(@Reference(target = "(module=series)") Tx tx) {
        this(tx, Clock.systemUTC());
    }

    SeriesHealth(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "number-series";
    }

    @Override
    public Finding check() {
        try {
            Optional<Instant> oldest = tx.everywhere().read(ClaimRows::oldest);
            if (oldest.isPresent() && oldest.get().isBefore(clock.instant().minus(LONG))) {
                return Finding.warning(
                        "A posting of " + oldest.get() + " has no number yet.",
                        "The log says what keeps numbers from being given; they come when that is mended.");
            }
            if (!tx.everywhere().read(CounterRows::behind).isEmpty()) {
                return Finding.warning(
                        "Numbers were given of which their records do not know yet.",
                        "Start the function whose records they are, or look into the log for its failure.");
            }
            return Finding.well("All postings have their numbers.");
        } catch (Problem away) {
            return Finding.warning(
                    "Whether postings have their numbers cannot be seen: the store does not answer.",
                    "See the check 'store'.");
        }
    }
}
