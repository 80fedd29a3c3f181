package org.colonnade.platform.store.internal.osgi;

import org.colonnade.platform.store.internal.ModuleSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

import java.net.URL;

/** A bundle that keeps data: its manifest names the function in {@code Colonnade-Module}. */
record BundleModule(String id, Bundle bundle) implements ModuleSource {

    /** The header. */
    static final String HEADER = "Colonnade-Module";

    @Override
    public URL file(String path) {
        return bundle.getEntry(path);
    }

    @Override
    public ClassLoader loader() {
        return bundle.adapt(BundleWiring.class).getClassLoader();
    }

    @Override
    public boolean leaves() {
        return true;
    }
}
