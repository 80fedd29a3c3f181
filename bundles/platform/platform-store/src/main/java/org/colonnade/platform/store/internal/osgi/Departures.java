package org.colonnade.platform.store.internal.osgi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.openjpa.enhance.PCRegistry;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Lets OpenJPA forget the rows of bundles that are gone for good, so that their class loaders can go too. A bundle that only stops keeps
 * its classes, and a row registers itself just once, when its class is loaded.
 */
final class Departures {

    private final Map<BundleWiring, ClassLoader> stopped = new ConcurrentHashMap<>();

    /** The function's bundle stopped; it may start again. */
    void add(BundleModule module) {
        stopped.put(module.wiring(), module.loader());
    }

    /** Forgets those that were updated or uninstalled meanwhile. */
    void forget() {
        stopped.forEach((wiring, loader) -> {
            if (!wiring.isCurrent()) {
                stopped.remove(wiring);
                PCRegistry.deRegister(loader);
            }
        });
    }
}
