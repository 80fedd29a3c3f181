package org.colonnade.platform.events.kafka.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.colonnade.platform.api.event.EventFilter;
import org.colonnade.platform.api.problem.Rejected;

/**
 * Where events go.
 *
 * @param brokers to begin with, host:port
 * @param topic the topic's name
 * @param filter which events
 * @param tls whether the connection is protected
 * @param login who signs in, or null
 * @param certificates a PEM file with the certificates to trust, or null
 * @param key a PEM file with the platform's own key and certificates, or null
 * @param source what stands before the company's code in the source of an event
 */
public record Place(
        List<String> brokers,
        String topic,
        EventFilter filter,
        boolean tls,
        Login login,
        Path certificates,
        Path key,
        String source) {

    private static final Pattern BROKER = Pattern.compile("[A-Za-z0-9.-]+:\\d{1,5}|\\[[0-9A-Fa-f:.]+]:\\d{1,5}");
    private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9:/._~-]{1,200}");
    private static final Set<String> MECHANISMS = Set.of("SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN");

    /** @throws IllegalArgumentException with a sentence, if a value is not right */
    public Place {
        brokers = List.copyOf(brokers);
        if (brokers.isEmpty()
                || !brokers.stream().allMatch(one -> BROKER.matcher(one).matches())) {
            throw new IllegalArgumentException(
                    "brokers are named like kafka-1.example.com:9093, with commas between them.");
        }
        if (!TOPIC.matcher(topic).matches()) {
            throw new IllegalArgumentException(
                    "topic has letters, digits, dots, hyphens and underscores, at most 249.");
        }
        if (!SOURCE.matcher(source).matches()) {
            throw new IllegalArgumentException(
                    "source is a URI reference such as /colonnade or https://erp.example.com.");
        }
    }

    /**
     * Who signs in.
     *
     * @param mechanism of SASL
     */
    public record Login(String user, String password, String mechanism) {

        /** Without the password. */
        @Override
        public String toString() {
            return user + " by " + mechanism;
        }
    }

    /** @throws IllegalArgumentException with a sentence, if a value is not right */
    static Place of(KafkaConfig config) {
        return new Place(
                words(config.brokers()),
                config.topic().strip(),
                filter(config.events()),
                tls(config.security()),
                login(config),
                file("certificates", config.certificates()),
                file("key", config.key()),
                config.source().strip());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static EventFilter filter(String text) {
        try {
            return new EventFilter(words(text));
        } catch (Rejected wrong) {
            throw new IllegalArgumentException("events: " + wrong.getMessage(), wrong);
        }
    }

    private static boolean tls(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "tls" -> true;
            case "none" -> false;
            default -> throw new IllegalArgumentException("security is tls or none.");
        };
    }

    private static Login login(KafkaConfig config) {
        if (config.user().isBlank()) {
            return null;
        }
        if (!MECHANISMS.contains(config.mechanism())) {
            throw new IllegalArgumentException("mechanism is SCRAM-SHA-512, SCRAM-SHA-256 or PLAIN.");
        }
        return new Login(config.user().strip(), password(config), config.mechanism());
    }

    private static String password(KafkaConfig config) {
        if (config.passwordFile().isBlank()) {
            return config.password();
        }
        Path file = Path.of(config.passwordFile().strip());
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("The file with the password, " + file + ", cannot be read.", unreadable);
        }
    }

    private static Path file(String name, String text) {
        if (text.isBlank()) {
            return null;
        }
        Path file = Path.of(text.strip());
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("The file that " + name + " names, " + file + ", cannot be read.");
        }
        return file;
    }
}
