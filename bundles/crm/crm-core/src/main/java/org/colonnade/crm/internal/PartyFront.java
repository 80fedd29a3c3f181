package org.colonnade.crm.internal;

import java.util.List;
import org.colonnade.crm.internal.rest.PartyResolutions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What crm presents of parties beside their upkeep. */
@Component(service = PartyFront.class)
public class PartyFront {

    private final List<Object> resources;

    @Activate
    public PartyFront(@Reference PartyResolutions resolutions) {
        this.resources = List.of(resolutions);
    }

    /** The resources. */
    public List<Object> resources() {
        return resources;
    }
}
