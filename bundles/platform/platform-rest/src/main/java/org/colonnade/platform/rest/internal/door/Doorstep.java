package org.colonnade.platform.rest.internal.door;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Handler;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * Lays the {@link Threshold} before the server opens its port, so that the first answer of all is a refusal of the platform's own.
 *
 * <p>Pax Web takes a handler only when its Jetty bundle has started: one that is there before makes that start fail, and one that comes
 * after finds the port open. So this bundle starts one level earlier, hides the factory of servers from everybody until the handler
 * is in, and lets Pax Web offer the factory anew with it. Where the server runs already, the threshold is laid late, as well as it can be.
 */
public final class Doorstep implements BundleActivator, SynchronousBundleListener {

    private static final String SERVER = "org.ops4j.pax.web.pax-web-jetty";
    private static final String FACTORY = "org.ops4j.pax.web.service.spi.ServerControllerFactory";

    private BundleContext context;
    private Curtain curtain = new Curtain();
    private ServiceRegistration<?> drawn;
    private ServiceRegistration<Handler> threshold;

    @Override
    public synchronized void start(BundleContext own) {
        context = own;
        draw();
        own.addBundleListener(this);
        for (Bundle bundle : own.getBundles()) {
            if (isServer(bundle) && bundle.getState() == Bundle.ACTIVE) {
                lay();
            }
        }
    }

    /** Its registrations end with the bundle. */
    @Override
    public synchronized void stop(BundleContext own) {
        own.removeBundleListener(this);
    }

    @Override
    public synchronized void bundleChanged(BundleEvent event) {
        if (isServer(event.getBundle())) {
            if (event.getType() == BundleEvent.STARTED) {
                lay();
            } else if (event.getType() == BundleEvent.STOPPED && threshold != null) {
                threshold.unregister();
                threshold = null;
                draw();
            }
        }
    }

    private static boolean isServer(Bundle bundle) {
        return SERVER.equals(bundle.getSymbolicName());
    }

    private void draw() {
        String[] hooks = {EventListenerHook.class.getName(), FindHook.class.getName()};
        curtain = new Curtain();
        drawn = context.registerService(hooks, curtain, null);
    }

    private void lay() {
        if (threshold == null) {
            curtain.open = true;
            threshold = context.registerService(Handler.class, new Threshold(), null);
            drawn.unregister();
        }
    }

    /** Hides each factory that came while it was drawn, for as long as it hangs. */
    private static final class Curtain implements EventListenerHook, FindHook {

        private final Set<ServiceReference<?>> hidden = ConcurrentHashMap.newKeySet();
        private volatile boolean open;

        @Override
        public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
            if (event.getType() == ServiceEvent.REGISTERED && !open && isFactory(event.getServiceReference())) {
                hidden.add(event.getServiceReference());
                listeners.clear();
            }
        }

        @Override
        public void find(
                BundleContext who, String name, String filter, boolean all, Collection<ServiceReference<?>> found) {
            found.removeIf(hidden::contains);
        }

        private static boolean isFactory(ServiceReference<?> reference) {
            for (String name : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
                if (FACTORY.equals(name)) {
                    return true;
                }
            }
            return false;
        }
    }
}
