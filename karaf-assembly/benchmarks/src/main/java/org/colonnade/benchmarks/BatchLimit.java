package org.colonnade.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What the driver and the database do at most: rows of five texts in batches of a thousand, unchecked, one index. */
final class BatchLimit {

    private static final int BATCH = 1_000;
    private static final String INSERT =
            "insert into batch_limit (given, family, email, phone, company) values (?, ?, ?, ?, ?)";

    private BatchLimit() {}

    /** @return rows a second */
    static double measure(Postgres postgres, int rows) {
        postgres.execute(
                "postgres",
                "create table if not exists batch_limit (id bigint generated always as identity primary key, given text, family text,"
                        + " email text, phone text, company text)");
        try (Connection connection =
                        DriverManager.getConnection(postgres.url("postgres") + "&reWriteBatchedInserts=true");
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            for (int i = 1; i <= rows; i++) {
                for (int column = 1; column <= 5; column++) {
                    insert.setString(column, "text " + column + " of " + i);
                }
                insert.addBatch();
                if (i % BATCH == 0 || i == rows) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            return rows / ((System.nanoTime() - start) / 1e9);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
