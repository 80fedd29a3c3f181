package org.colonnade.platform.store.internal.database;

import java.time.Duration;
import java.util.Objects;

/**
 * Which database, and how patiently.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param user the account
 * @param password its password, never null, never logged
 * @param poolSize how many connections at most
 * @param connectionTimeout how long a caller waits for a connection
 * @param statementTimeout how long the network may stay silent while a statement runs (PostgreSQL)
 * @param allowUnsafe whether settings that can lose an answered write are let through; for development only
 * @param rowsRole the role that functions work under (PostgreSQL); empty for one that is called as the database
 */
public record DatabaseSettings(
        String url,
        String user,
        String password,
        int poolSize,
        Duration connectionTimeout,
        Duration statementTimeout,
        boolean allowUnsafe,
        String rowsRole) {

    public DatabaseSettings {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        Objects.requireNonNull(rowsRole, "rowsRole");
    }

    /** The same with the role that is called as the database. */
    public DatabaseSettings(
            String url,
            String user,
            String password,
            int poolSize,
            Duration connectionTimeout,
            Duration statementTimeout,
            boolean allowUnsafe) {
        this(url, user, password, poolSize, connectionTimeout, statementTimeout, allowUnsafe, "");
    }

    /** The same database with the defaults of the configuration. */
    public static DatabaseSettings of(String url, String user, String password) {
        return new DatabaseSettings(url, user, password, 10, Duration.ofMillis(2_000), Duration.ofSeconds(60), false);
    }

    /** The same, with unsafe settings let through. */
    public DatabaseSettings unsafe() {
        return new DatabaseSettings(url, user, password, poolSize, connectionTimeout, statementTimeout, true, rowsRole);
    }

    /** The same, with functions under this role. */
    public DatabaseSettings under(String role) {
        return new DatabaseSettings(
                url, user, password, poolSize, connectionTimeout, statementTimeout, allowUnsafe, role);
    }

    /** Whether the other settings mean the same database and account, so the pool can stay. */
    public boolean sameDatabase(DatabaseSettings other) {
        return url.equals(other.url)
                && user.equals(other.user)
                && password.equals(other.password)
                && statementTimeout.equals(other.statementTimeout)
                && allowUnsafe == other.allowUnsafe
                && rowsRole.equals(other.rowsRole);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + user + " at " + url.replaceFirst("(?i)(password=)[^&;]*", "$1…") + ']';
    }
}
