package org.colonnade.platform.webhooks.internal;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The configuration as it is now; whoever needs a value asks for it each time, so a change holds at once and restarts nothing. */
@Component(service = WebhooksSettings.class, configurationPid = WebhooksConfig.PID)
@Designate(ocd = WebhooksConfig.class)
public final class WebhooksSettings {

    private volatile Values values;

    @Activate
    public WebhooksSettings(WebhooksConfig config) {
        this(Values.of(config));
    }

    /** With these values. */
    public WebhooksSettings(Values values) {
        this.values = values;
    }

    @Modified
    void change(WebhooksConfig config) {
        values = Values.of(config);
    }

    /** As they are now. */
    public Values now() {
        return values;
    }

    /**
     * The configuration in the terms of the work.
     *
     * @param atOnce events on their way to one receiver
     * @param threads events on their way to all receivers
     * @param timeout for one attempt
     * @param retry for how long one event is tried, and a receiver that takes nothing
     * @param keep for how long deliveries that have ended are kept
     */
    public record Values(int atOnce, int threads, Duration timeout, Duration retry, Duration keep) {

        private static Values of(WebhooksConfig config) {
            return new Values(
                    within(config.atOnce(), 1, 50),
                    within(config.threads(), 1, 1000),
                    Duration.ofSeconds(within(config.timeoutSeconds(), 1, 20)),
                    Duration.ofHours(within(config.retryHours(), 24, 720)),
                    Duration.ofDays(within(config.keepDays(), 1, 3650)));
        }

        private static int within(int value, int least, int most) {
            return Math.max(least, Math.min(most, value));
        }
    }
}
