package org.colonnade.platform.store.internal.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A process of its own that holds a database until its input ends. */
final class Holder {

    private Holder() {}

    public static void main(String[] url) throws SQLException, IOException {
        try (Connection held = DriverManager.getConnection(url[0], "sa", "")) {
            System.out.println("held " + held.isValid(1));
            System.in.read();
        }
    }
}
