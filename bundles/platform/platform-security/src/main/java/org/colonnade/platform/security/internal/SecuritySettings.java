package org.colonnade.platform.security.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The configuration as it is now; whoever needs a value asks for it each time, so a change holds at once and restarts nothing. */
@Component(service = SecuritySettings.class, configurationPid = SecurityConfig.PID)
@Designate(ocd = SecurityConfig.class)
public final class SecuritySettings {

    private volatile SecurityRules rules;

    @Activate
    public SecuritySettings(SecurityConfig config) {
        this(SecurityRules.of(config));
    }

    SecuritySettings(SecurityRules rules) {
        this.rules = rules;
    }

    @Modified
    void change(SecurityConfig config) {
        rules = SecurityRules.of(config);
    }

    public SecurityRules now() {
        return rules;
    }
}
