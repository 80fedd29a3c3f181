package org.colonnade.platform.store.internal.unit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.colonnade.platform.store.internal.database.OverSource;

/**
 * The pool as a mapper sees it: within a session it is given the session's own connection, as often as it asks, and can neither close it
 * nor end its transaction; that is the session's business. Otherwise it takes one of the pool.
 */
final class Lending extends OverSource {

    private static final Set<String> NOT_THEIRS = Set.of("close", "commit", "rollback", "setAutoCommit");

    private final DataSource pool;
    private final ThreadLocal<Connection> lent = new ThreadLocal<>();

    Lending(DataSource pool) {
        super(pool);
        this.pool = pool;
    }

    /**
     * What the mappers of this thread get from now on.
     *
     * @param connection null if they shall take one of the pool
     * @return what they got before
     */
    Connection lend(Connection connection) {
        Connection before = lent.get();
        if (connection == null) {
            lent.remove();
        } else {
            lent.set(connection);
        }
        return before;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection own = lent.get();
        return own == null ? pool.getConnection() : guarded(own);
    }

    private static Connection guarded(Connection own) {
        return (Connection) Proxy.newProxyInstance(
                Lending.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (NOT_THEIRS.contains(method.getName()) && (arguments == null || !savepoint(arguments))) {
                        return null;
                    }
                    try {
                        return method.invoke(own, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    /** A roll-back to a savepoint ends no transaction. */
    private static boolean savepoint(Object[] arguments) {
        return arguments.length == 1 && arguments[0] instanceof java.sql.Savepoint;
    }
}
