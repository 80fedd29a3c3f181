package org.colonnade.platform.jobs.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The configuration as it is now; whoever needs a value asks for it each time, so a change holds at once and restarts nothing. */
@Component(service = JobsSettings.class, configurationPid = JobsConfig.PID)
@Designate(ocd = JobsConfig.class)
public final class JobsSettings {

    private volatile JobsRules rules;

    @Activate
    public JobsSettings(JobsConfig config) {
        this(JobsRules.of(config));
    }

    public JobsSettings(JobsRules rules) {
        this.rules = rules;
    }

    @Modified
    void change(JobsConfig config) {
        rules = JobsRules.of(config);
    }

    public JobsRules now() {
        return rules;
    }
}
