package org.colonnade.platform.shell.internal.command;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.colonnade.platform.api.problem.Unavailable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * What a command finds in the house at the moment it runs. Commands look here and declare no service of their own, because a command
 * with a missing service would silently not exist.
 */
interface House {

    /** Every service of the type, best first. */
    <T> List<T> all(Class<T> type);

    /** By which commands go. */
    default Clock clock() {
        return Clock.systemUTC();
    }

    /** @throws Unavailable {@code platform.service.missing}: the part that offers it is not there now */
    default <T> T the(Class<T> type, String name) {
        List<T> found = all(type);
        if (found.isEmpty()) {
            throw new Unavailable(
                    "platform.service.missing",
                    "There are no " + name
                            + " now: the part of the platform that keeps them has not started. colonnade:doctor says why.",
                    Duration.ofSeconds(5));
        }
        return found.get(0);
    }

    /** The framework's service registry. */
    static House ofThisBundle() {
        return new House() {
            @Override
            public <T> List<T> all(Class<T> type) {
                return services(FrameworkUtil.getBundle(House.class).getBundleContext(), type);
            }
        };
    }

    private static <T> List<T> services(BundleContext context, Class<T> type) {
        try {
            Collection<ServiceReference<T>> references = context.getServiceReferences(type, null);
            List<T> found = new ArrayList<>();
            references.stream().sorted(Collections.reverseOrder()).forEach(reference -> {
                T service = context.getService(reference);
                if (service != null) {
                    found.add(service);
                }
            });
            return found;
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
