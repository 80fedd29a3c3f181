package org.colonnade.platform.webhooks.internal.engine;

import java.time.Clock;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.event.EventSight;
import org.colonnade.platform.api.outbound.Outbound;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.webhooks.internal.Owners;
import org.colonnade.platform.webhooks.internal.Webhooks;
import org.colonnade.platform.webhooks.internal.WebhooksSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The post office among the services. */
@Component(service = Postmaster.class, immediate = true)
public final class Postmaster {

    private final PostOffice office;

    @Activate
    public Postmaster(
            @Reference(target = "(module=webhooks)") Tx tx,
            @Reference Webhooks webhooks,
            @Reference EventLog log,
            @Reference EventSight sight,
            @Reference Owners owners,
            @Reference Outbound outbound,
            @Reference WebhooksSettings settings) {
        office = new PostOffice(
                tx,
                webhooks.desk(),
                log,
                sight,
                owners,
                webhooks.secrets(),
                outbound,
                settings,
                Clock.systemUTC(),
                PostOffice.LOOK);
        office.start();
    }

    @Deactivate
    void close() {
        office.close();
    }
}
