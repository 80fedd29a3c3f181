package org.colonnade.platform.shell.internal.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.colonnade.platform.api.admin.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Looks at the clock: ids, tokens and the order of events live by it. It must not stand before the last thing that was written, and the
 * file system must agree with it.
 */
@Component
public final class ClockCheck implements HealthCheck {

    private static final Duration TOLERANCE = Duration.ofMinutes(2);

    private final Clock clock;
    private final Path log;

    @Activate
    public ClockCheck(BundleContext context) {
        this(Clock.systemUTC(), Path.of(context.getProperty("karaf.log"), "colonnade.log"));
    }

    ClockCheck(Clock clock, Path log) {
        this.clock = clock;
        this.log = log;
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Finding check() {
        Instant now = clock.instant();
        try {
            Instant written = Files.exists(log) ? Files.getLastModifiedTime(log).toInstant() : now;
            return now.plus(TOLERANCE).isBefore(written)
                    ? Finding.warning(
                            "The clock stands at " + now + ", but the log was written at " + written + '.',
                            "Set the clock and let it be kept by NTP.")
                    : Finding.well("The clock stands at " + now + '.');
        } catch (IOException unreadable) {
            return Finding.warning("The log cannot be looked at.", "See whether the data folder may be read.");
        }
    }
}
