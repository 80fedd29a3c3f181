package org.colonnade.platform.store.internal.osgi;

import java.net.URL;
import org.colonnade.platform.store.internal.ModuleSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** A bundle that keeps data: its manifest names the function in {@code Colonnade-Module}. */
record BundleModule(String id, Bundle bundle, BundleWiring wiring, ClassLoader loader) implements ModuleSource {

    /** The header. */
    static final String HEADER = "Colonnade-Module";

    /** The bundle as it is wired now; after an update it is another module. */
    static BundleModule of(String id, Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return new BundleModule(id, bundle, wiring, wiring.getClassLoader());
    }

    @Override
    public URL file(String path) {
        return bundle.getEntry(path);
    }
}
