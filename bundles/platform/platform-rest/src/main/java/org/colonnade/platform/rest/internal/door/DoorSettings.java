package org.colonnade.platform.rest.internal.door;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The limits of the front door as they are now. They stand apart from the door itself: a servlet whose configuration changes is taken down
 * and put up again by the server, and whoever comes in between finds nothing.
 */
@Component(service = DoorSettings.class, configurationPid = RestConfig.PID)
@Designate(ocd = RestConfig.class)
public final class DoorSettings {

    private volatile RestConfig config;

    @Activate
    public DoorSettings(RestConfig config) {
        this.config = config;
    }

    @Modified
    void changed(RestConfig changed) {
        this.config = changed;
    }

    RestConfig now() {
        return config;
    }
}
