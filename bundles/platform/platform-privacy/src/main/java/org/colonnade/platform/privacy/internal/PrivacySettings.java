package org.colonnade.platform.privacy.internal;

import java.time.Duration;
import org.colonnade.platform.privacy.internal.domain.Backoff;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The configuration as it is now. */
@Component(service = PrivacySettings.class, configurationPid = PrivacyConfig.PID)
@Designate(ocd = PrivacyConfig.class)
public final class PrivacySettings {

    private static final int YEAR = 365;
    private static final int DAY_SECONDS = 86_400;

    private volatile Rules rules;

    @Activate
    public PrivacySettings(PrivacyConfig config) {
        this(rules(config));
    }

    PrivacySettings(Rules rules) {
        this.rules = rules;
    }

    @Modified
    void change(PrivacyConfig config) {
        rules = rules(config);
    }

    public Rules now() {
        return rules;
    }

    private static Rules rules(PrivacyConfig config) {
        return new Rules(
                new Backoff(
                        Duration.ofSeconds(Bounds.within(config.firstPauseSeconds(), 1, 3600)),
                        Duration.ofSeconds(Bounds.within(config.longestPauseSeconds(), 1, DAY_SECONDS))),
                Duration.ofDays(Bounds.within(config.exportDays(), 1, YEAR)),
                Bounds.within(config.retentionBatch(), 1, 1000),
                Bounds.within(config.retentionMost(), 1, 10_000_000));
    }

    /**
     * The values within their bounds.
     *
     * @param backoff the pauses before a function is asked again
     * @param exportsKept how long a bundle is kept
     * @param batch records in one transaction
     * @param most records in one run of a rule
     */
    public record Rules(Backoff backoff, Duration exportsKept, int batch, int most) {}
}
