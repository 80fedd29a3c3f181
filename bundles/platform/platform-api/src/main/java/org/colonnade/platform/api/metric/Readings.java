package org.colonnade.platform.api.metric;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Takes what was measured. Names are in small letters with underscores and begin with {@code colonnade_}; a unit stands at the end
 * ({@code _seconds}, {@code _bytes}). Labels have few values: never an id, a name of a person, or what a caller sent.
 */
@ProviderType
public interface Readings {

    /**
     * A value that goes up and down.
     *
     * @param help one sentence, the same for all labels
     * @param labels names and values, in turns
     */
    void gauge(String name, String help, double value, String... labels);

    /**
     * A value that only grows while the process lives.
     *
     * @param name without {@code _total}, which is added
     * @param labels names and values, in turns
     */
    void counter(String name, String help, double value, String... labels);
}
