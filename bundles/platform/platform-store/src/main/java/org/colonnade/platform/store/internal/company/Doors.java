package org.colonnade.platform.store.internal.company;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.colonnade.platform.store.internal.database.Database;

/** Where functions get their connections: each stands in one company, and what is said through it passes the fence. */
public final class Doors {

    private final Database database;
    private final Fence fence;

    public Doors(Database database, Fence fence) {
        this.database = database;
        this.fence = fence;
    }

    /** A connection of the pool that the database knows to be in this company; the store's own statements need no fence. */
    public Connection take(long company) throws SQLException {
        Connection connection = database.pool().getConnection();
        try {
            database.vendor().enter(connection, company);
            return connection;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /** The pool itself, for a mapper that asks the database for what it can. */
    public DataSource pool() {
        return database.pool();
    }

    /** Connections of the account itself, which may tell the database about its tables. */
    public DataSource own() {
        return database.own();
    }

    /** The same connection for a function: each statement is held to the company. */
    public Connection fenced(Connection own, long company) {
        return (Connection) Proxy.newProxyInstance(
                Doors.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "prepareStatement", "prepareCall", "nativeSQL" -> hold(arguments, company);
                        case "createStatement" -> {
                            return fenced((Statement) call(own, method, arguments), company);
                        }
                        case "unwrap" -> throw new UnsupportedOperationException(
                                "What lies behind the connection does not know which company it works for");
                        default -> {
                            // says nothing to the database about rows
                        }
                    }
                    return call(own, method, arguments);
                });
    }

    private Statement fenced(Statement own, long company) {
        return (Statement) Proxy.newProxyInstance(
                Doors.class.getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments.length > 0 && arguments[0] instanceof String) {
                        hold(arguments, company);
                    }
                    return call(own, method, arguments);
                });
    }

    private void hold(Object[] arguments, long company) {
        arguments[0] = fence.fenced((String) arguments[0], company);
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
