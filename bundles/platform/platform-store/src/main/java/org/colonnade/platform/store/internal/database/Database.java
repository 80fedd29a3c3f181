package org.colonnade.platform.store.internal.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.admin.Backup;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.problem.Conflict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one database behind everything: not served before it was reached once and found safe; afterwards the pool heals by itself. */
public final class Database implements AutoCloseable, HealthCheck, Backup {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final long VALIDATION_MILLIS = 500;

    /** For the log, the audit and the reactions' places. */
    private static final int OWN = 4;

    private final Vendor vendor;
    private volatile DatabaseSettings settings;
    private volatile FairPool pool;
    private volatile HikariDataSource apart;
    private volatile Finding refusal = Finding.failed("The database was not reached yet.", "Wait a moment.");

    /** @throws IllegalArgumentException if the URL is of no database that the platform can use */
    public Database(DatabaseSettings settings) {
        this.settings = settings;
        this.vendor = Vendor.of(settings);
    }

    /**
     * Reaches the database once and begins to serve it.
     *
     * @return whether it is served; if not, {@link #check} says why
     */
    public synchronized boolean open() {
        if (pool != null) {
            return true;
        }
        try (Connection connection = vendor.driver().getConnection()) {
            Optional<String> danger = vendor.danger(connection);
            if (danger.isPresent() && !settings.allowUnsafe()) {
                refuse(
                        Finding.failed(
                                danger.get() + " The platform does not serve it.",
                                "Mend the setting; for development only, allowUnsafe=true in etc/org.colonnade.store.cfg lets it through."));
                return false;
            }
            danger.ifPresent(text ->
                    LOG.warn("{} It is served because allowUnsafe is set: never do this with real data.", text));
            vendor.ready(connection);
            if (vendor.tellsCompaniesApart()) {
                apart = new HikariDataSource(ownSettings());
            }
            pool = new FairPool(new HikariDataSource(poolSettings()));
            return true;
        } catch (SQLException failure) {
            refuse(vendor.explain(failure));
            return false;
        }
    }

    /**
     * The pool.
     *
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.store.away} before the database was reached
     */
    public DataSource pool() {
        DataSource open = pool;
        if (open == null) {
            throw SqlFaults.away(null);
        }
        return open;
    }

    /**
     * Connections for the store's own work over all companies: they see every row. Functions never get one.
     *
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.store.away} before the database was reached
     */
    public DataSource own() {
        DataSource all = pool();
        return apart == null ? all : apart;
    }

    /** The same, with what it knows of its connections; null before the database was reached. */
    FairPool served() {
        return pool;
    }

    public Vendor vendor() {
        return vendor;
    }

    /** Takes what can change while the pool lives: its size and patience. */
    public synchronized void adjust(DatabaseSettings changed) {
        settings = changed;
        if (pool != null) {
            pool.adjust(changed.poolSize(), changed.connectionTimeout().toMillis());
        }
    }

    @Override
    public String name() {
        return "store";
    }

    @Override
    public Finding check() {
        return pool == null ? refusal : look();
    }

    /** Not from the pool: a busy pool is no database that is away, and the driver says why. */
    private Finding look() {
        try (Connection connection = vendor.driver().getConnection()) {
            return vendor.look(connection);
        } catch (SQLException failure) {
            return vendor.explain(failure);
        }
    }

    @Override
    public Path write(Path file) {
        if (Files.exists(file)) {
            throw new Conflict("platform.backup.exists", "The file exists already; name one that does not.");
        }
        try (Connection connection = pool().getConnection()) {
            vendor.backUp(connection, file);
            return file;
        } catch (SQLException failure) {
            throw SqlFaults.translate(failure);
        }
    }

    @Override
    public synchronized void close() {
        FairPool closing = pool;
        pool = null;
        if (closing != null) {
            closing.close();
        }
        if (apart != null) {
            apart.close();
            apart = null;
        }
    }

    private void refuse(Finding why) {
        if (!why.sentence().equals(refusal.sentence())) {
            LOG.error("{} {}", why.sentence(), why.mend());
        }
        refusal = why;
    }

    private HikariConfig ownSettings() {
        HikariConfig config = poolSettings();
        config.setPoolName("colonnade-own");
        config.setMaximumPoolSize(OWN);
        config.setMinimumIdle(1);
        config.setConnectionInitSql("select set_config('colonnade.company', '" + Caller.EVERY_COMPANY + "', false)");
        return config;
    }

    private HikariConfig poolSettings() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("colonnade");
        config.setConnectionInitSql(vendor.initially());
        config.setDataSource(vendor.driver());
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(2, settings.poolSize()));
        config.setConnectionTimeout(settings.connectionTimeout().toMillis());
        config.setValidationTimeout(
                Math.min(VALIDATION_MILLIS, settings.connectionTimeout().toMillis()));
        // the database was reached a moment ago; if it went meanwhile, the pool keeps trying
        config.setInitializationFailTimeout(-1);
        return config;
    }
}
