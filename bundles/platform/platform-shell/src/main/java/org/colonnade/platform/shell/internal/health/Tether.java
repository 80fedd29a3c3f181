package org.colonnade.platform.shell.internal.health;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ties the platform to the process that runs it in the foreground: when that one is killed, nothing is left behind that holds the data
 * folder. A clean stop takes the other way, by signal.
 */
@Component(service = Tether.class, immediate = true)
public final class Tether {

    private static final Logger LOG = LoggerFactory.getLogger(Tether.class);
    private static final int KILLED = 137;

    @Activate
    public Tether(BundleContext context) {
        String parent = context.getProperty("colonnade.parent");
        if (parent != null) {
            ProcessHandle.of(Long.parseLong(parent)).ifPresentOrElse(Tether::hold, Tether::cut);
        }
    }

    private static void hold(ProcessHandle parent) {
        parent.onExit().thenRun(Tether::cut);
    }

    private static void cut() {
        LOG.error("The process that ran the platform was killed; the platform ends with it");
        Runtime.getRuntime().halt(KILLED);
    }
}
