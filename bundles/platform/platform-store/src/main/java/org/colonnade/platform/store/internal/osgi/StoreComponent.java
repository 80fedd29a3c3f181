package org.colonnade.platform.store.internal.osgi;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** Brings the configuration and the store's keeper together. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.colonnade.store")
@Designate(ocd = StoreConfig.class)
public final class StoreComponent {

    private final Keeper keeper;

    @Activate
    public StoreComponent(BundleContext context, StoreConfig config) {
        keeper = new Keeper(context);
        keeper.start(() -> Configured.settings(config));
    }

    @Modified
    void modified(StoreConfig config) {
        keeper.change(() -> Configured.settings(config));
    }

    @Deactivate
    void deactivate() {
        keeper.close();
    }
}
