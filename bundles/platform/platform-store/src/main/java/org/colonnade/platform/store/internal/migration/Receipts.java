package org.colonnade.platform.store.internal.migration;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import org.colonnade.platform.store.internal.database.StoreFailure;

/**
 * Remembers which change log was run to its end for whom, so that a start with nothing to change does not wake Liquibase: loading it
 * costs more than the rest of the store.
 */
final class Receipts {

    private static final String THERE =
            "select count(*) from information_schema.tables where lower(table_name) = 'platform_migration'";
    private static final String MAKE =
            "create table if not exists platform_migration (module varchar(64) primary key, checksum varchar(64) not null)";
    private static final String FIND = "select checksum from platform_migration where module = ?";
    private static final String RENEW = "update platform_migration set checksum = ? where module = ?";
    private static final String ADD = "insert into platform_migration (checksum, module) values (?, ?)";

    private Receipts() {}

    /** What tells one change log from another. */
    static String checksum(URL changeLog) {
        try (InputStream in = changeLog.openStream()) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
        } catch (IOException | NoSuchAlgorithmException failure) {
            throw new StoreFailure("The change log of a function cannot be read", failure);
        }
    }

    /** Whether this change log was the last to be run. */
    static boolean has(Connection connection, String module, String checksum) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet there = statement.executeQuery(THERE)) {
            there.next();
            if (there.getInt(1) == 0) {
                return false;
            }
        }
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, module);
            try (ResultSet found = find.executeQuery()) {
                return found.next() && found.getString(1).equals(checksum);
            }
        }
    }

    /** Notes that it was run. */
    static void keep(Connection connection, String module, String checksum) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(MAKE);
        }
        if (write(connection, RENEW, module, checksum) == 0) {
            write(connection, ADD, module, checksum);
        }
    }

    private static int write(Connection connection, String sql, String module, String checksum) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, checksum);
            statement.setString(2, module);
            return statement.executeUpdate();
        }
    }
}
