package org.colonnade.platform.store.internal.osgi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.platform.store.internal.StoreSettings;
import org.colonnade.platform.store.internal.database.DatabaseSettings;

/** Reads the configuration: fills in properties and secrets. */
final class Configured {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env:)?([A-Za-z0-9_.-]+)}");
    private static final String H2_FILE =
            "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=5000;TRACE_LEVEL_FILE=0";
    private static final int LONGEST_WAIT_MILLIS = 2_500;

    private Configured() {}

    /** @throws IllegalArgumentException if something that is referred to is not there; the message says what */
    static StoreSettings settings(StoreConfig config) {
        return new StoreSettings(
                database(config), config.auditAnchors().isBlank() ? home() : Path.of(filled(config.auditAnchors())));
    }

    private static DatabaseSettings database(StoreConfig config) {
        return new DatabaseSettings(
                config.url().isBlank() ? ownFile() : filled(config.url()),
                filled(config.user()),
                config.passwordFile().isBlank()
                        ? filled(config.password())
                        : secret(Path.of(filled(config.passwordFile()))),
                config.maximumPoolSize(),
                // whoever waits longer could not answer within three seconds that the store is away
                Duration.ofMillis(Math.min(config.connectionTimeout(), LONGEST_WAIT_MILLIS)),
                Duration.ofSeconds(config.statementTimeout()),
                config.allowUnsafe(),
                config.rowsRole().strip());
    }

    private static String ownFile() {
        return H2_FILE.formatted(home().resolve("db").resolve("colonnade").toAbsolutePath());
    }

    private static Path home() {
        return Path.of(System.getProperty("colonnade.home", System.getProperty("karaf.base", ".")));
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new IllegalArgumentException(
                    "The file with the database's password, " + file + ", cannot be read.", failure);
        }
    }

    private static String filled(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1) != null, found.group(2))));
    }

    private static String value(boolean environment, String name) {
        String value = environment ? System.getenv(name) : System.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    (environment ? "The environment variable " : "The system property ") + name + " is not set.");
        }
        return value;
    }
}
