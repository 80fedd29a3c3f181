package org.colonnade.platform.webhooks.internal;

import org.colonnade.platform.api.Module;
import org.colonnade.platform.webhooks.internal.rest.Deliveries;
import org.colonnade.platform.webhooks.internal.rest.SubscriberActions;
import org.colonnade.testkit.ModuleContract;

public class WebhooksModuleTest extends ModuleContract {

    @Override
    protected Module module() {
        return new WebhooksModule(null, new SubscriberActions(null, null), new Deliveries(null));
    }
}
