package org.colonnade.platform.shell.internal.functions;

import java.util.Set;
import org.osgi.framework.Version;

/**
 * A feature on offer.
 *
 * @param feature its name
 * @param version its version
 * @param description one sentence
 * @param needs the names of the features that it asks for
 */
record Offer(String feature, String version, String description, Set<String> needs) {

    Offer {
        needs = Set.copyOf(needs);
    }

    /** The version in its order; what is no OSGi version is older than all. */
    Version order() {
        try {
            return Version.parseVersion(version);
        } catch (IllegalArgumentException unusual) {
            return Version.emptyVersion;
        }
    }
}
