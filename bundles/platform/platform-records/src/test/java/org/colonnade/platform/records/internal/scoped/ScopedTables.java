package org.colonnade.platform.records.internal.scoped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import org.colonnade.platform.api.store.Tx;

/** The tables of records with owners and teams; made by the tests that need them. */
public final class ScopedTables {

    private ScopedTables() {}

    /** The tables are there afterwards. */
    public static void make(Tx tx) {
        String[] statements = text().split(";\\s*");
        tx.write(work -> {
            try (Statement statement = work.unwrap(Connection.class).createStatement()) {
                for (String one : statements) {
                    statement.execute(one);
                }
            }
            return null;
        });
    }

    private static String text() {
        try (InputStream sql = ScopedTables.class.getResourceAsStream("/db/scoped.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
