package org.colonnade.platform.store.internal.migration;

import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.ui.LoggerUIService;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.store.internal.ModuleSource;
import org.colonnade.platform.store.internal.database.Vendor;

/** Brings a function's tables to the version that it needs, one node at a time. */
public final class Migrator {

    /** The change log of every function. */
    public static final String CHANGE_LOG = "db/changelog.sql";

    private static final int NO_TIMEOUT = 0;

    private final Vendor vendor;
    private final Supplier<DataSource> pool;

    /** @param pool where it is looked up what was run; what is to be run has a connection of its own */
    public Migrator(Vendor vendor, Supplier<DataSource> pool) {
        this.vendor = vendor;
        this.pool = pool;
    }

    /**
     * Runs what was not run yet. A function without a change log has no tables.
     *
     * @throws MigrationFailed if a statement failed; those before it stay
     * @throws SQLException if the database does not answer
     */
    public void migrate(ModuleSource module) throws SQLException, MigrationFailed {
        URL changeLog = module.file(CHANGE_LOG);
        if (changeLog == null) {
            return;
        }
        String checksum = Receipts.checksum(changeLog);
        if (done(module.id(), checksum)) {
            return;
        }
        try (Connection guarding = vendor.driver().getConnection();
                Vendor.MigrationGuard guard = vendor.guard(guarding);
                Connection connection = vendor.driver().getConnection()) {
            // building an index over a big table is slow, not dead
            connection.setNetworkTimeout(Runnable::run, NO_TIMEOUT);
            vendor.enter(connection, Caller.EVERY_COMPANY);
            run(module, connection);
            connection.setAutoCommit(true);
            Receipts.keep(connection, module.id(), checksum);
        }
    }

    private boolean done(String module, String checksum) throws SQLException {
        try (Connection connection = pool.get().getConnection()) {
            return Receipts.has(connection, module, checksum);
        }
    }

    private static void run(ModuleSource module, Connection connection) throws MigrationFailed {
        ClassLoader own = Liquibase.class.getClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(own);
        try {
            Scope.child(scope(own), () -> update(module, connection));
        } catch (Exception failure) {
            throw new MigrationFailed(module.id(), failure);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Map<String, Object> scope(ClassLoader own) {
        LoggerUIService log = new LoggerUIService();
        log.setStandardLogLevel(java.util.logging.Level.FINE);
        return Map.of(
                Scope.Attr.classLoader.name(),
                own,
                Scope.Attr.logService.name(),
                new MigrationLog(),
                Scope.Attr.ui.name(),
                log,
                "liquibase.analytics.enabled",
                false);
    }

    private static void update(ModuleSource module, Connection connection) throws LiquibaseException {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        String prefix = module.id().replace('-', '_');
        database.setDatabaseChangeLogTableName(prefix + "_changelog");
        database.setDatabaseChangeLogLockTableName(prefix + "_changelog_lock");
        try {
            // the guard is ours alone, so a lock that still stands in the table was left by a node that was killed
            LockServiceFactory.getInstance().getLockService(database).forceReleaseLock();
            Liquibase liquibase = new Liquibase(CHANGE_LOG, new ModuleFiles(module), database);
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.update(new Contexts(), new LabelExpression());
        } finally {
            // both remember databases by their connection
            LockServiceFactory.getInstance().resetAll();
            Scope.getCurrentScope()
                    .getSingleton(ChangeLogHistoryServiceFactory.class)
                    .resetAll();
        }
    }
}
