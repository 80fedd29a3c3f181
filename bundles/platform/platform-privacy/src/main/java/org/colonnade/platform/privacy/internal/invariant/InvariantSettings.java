package org.colonnade.platform.privacy.internal.invariant;

import java.time.Duration;
import org.colonnade.platform.privacy.internal.Bounds;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The configuration as it is now. */
@Component(service = InvariantSettings.class, configurationPid = InvariantConfig.PID)
@Designate(ocd = InvariantConfig.class)
public final class InvariantSettings {

    private volatile Rules rules;

    @Activate
    public InvariantSettings(InvariantConfig config) {
        this(rules(config));
    }

    InvariantSettings(Rules rules) {
        this.rules = rules;
    }

    @Modified
    void change(InvariantConfig config) {
        rules = rules(config);
    }

    Rules now() {
        return rules;
    }

    private static Rules rules(InvariantConfig config) {
        return new Rules(
                Duration.ofSeconds(Bounds.within(config.timeoutSeconds(), 1, 3600)),
                Bounds.within(config.counterExamples(), 1, 1000),
                Bounds.within(config.keptRuns(), 1, 10_000));
    }

    /**
     * The values within their bounds.
     *
     * @param timeout how long one may take
     * @param examples how many counter-examples are shown
     * @param kept how many runs are kept
     */
    record Rules(Duration timeout, int examples, int kept) {}
}
