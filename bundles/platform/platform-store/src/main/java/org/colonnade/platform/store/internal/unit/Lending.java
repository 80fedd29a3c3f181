package org.colonnade.platform.store.internal.unit;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The pool as a mapper sees it: within a session it is given the session's own connection, as often as it asks, and can neither close it
 * nor end its transaction; that is the session's business. Otherwise it takes one of the pool.
 */
final class Lending implements DataSource {

    private static final Set<String> NOT_THEIRS = Set.of("close", "commit", "rollback", "setAutoCommit");

    private final DataSource pool;
    private final ThreadLocal<Connection> lent = new ThreadLocal<>();

    Lending(DataSource pool) {
        this.pool = pool;
    }

    /** One of the pool's own, whatever is lent. */
    Connection take() throws SQLException {
        return pool.getConnection();
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

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Lending.class.getName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return pool.isWrapperFor(type);
    }
}
