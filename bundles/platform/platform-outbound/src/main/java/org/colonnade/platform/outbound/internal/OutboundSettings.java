package org.colonnade.platform.outbound.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.colonnade.platform.outbound.internal.domain.Destinations;
import org.colonnade.platform.outbound.internal.domain.Network;

/**
 * The configuration, read.
 *
 * @param connect how long the other side has to take the connection
 * @param connections how many may be open at the same time
 */
record OutboundSettings(Destinations destinations, Duration connect, int connections) {

    /** @throws IllegalArgumentException with a sentence for people */
    static OutboundSettings of(OutboundConfig config) {
        return new OutboundSettings(
                new Destinations(
                        config.http(),
                        listed(config.hosts()),
                        listed(config.networks()).stream().map(Network::of).toList()),
                Duration.ofSeconds(Math.max(1, Math.min(60, config.connectSeconds()))),
                Math.max(1, Math.min(1000, config.connections())));
    }

    /** A file of properties gives one text with commas where a console gives several. */
    private static List<String> listed(String... texts) {
        return Arrays.stream(texts)
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
