package org.colonnade.platform.schedules.internal;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The configuration as it is now. */
@Component(service = SchedulesSettings.class, configurationPid = SchedulesConfig.PID)
@Designate(ocd = SchedulesConfig.class)
public final class SchedulesSettings {

    private volatile Rules rules;

    @Activate
    public SchedulesSettings(SchedulesConfig config) {
        this(rules(config));
    }

    SchedulesSettings(Rules rules) {
        this.rules = rules;
    }

    @Modified
    void change(SchedulesConfig config) {
        rules = rules(config);
    }

    public Rules now() {
        return rules;
    }

    private static Rules rules(SchedulesConfig config) {
        return new Rules(
                Duration.ofSeconds(Math.max(5, Math.min(3600, config.lateSeconds()))),
                Duration.ofDays(Math.max(2, Math.min(3650, config.keptDays()))));
    }

    /**
     * The values within their bounds.
     *
     * @param grace by how much a planned instant may be late
     * @param kept how long it is kept what became of planned instants
     */
    public record Rules(Duration grace, Duration kept) {}
}
