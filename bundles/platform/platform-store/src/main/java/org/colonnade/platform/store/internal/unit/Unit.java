package org.colonnade.platform.store.internal.unit;

import java.io.IOException;
import java.net.URL;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.apache.openjpa.kernel.Bootstrap;
import org.apache.openjpa.lib.conf.ConfigurationProvider;
import org.apache.openjpa.persistence.JPAFacadeHelper;
import org.apache.openjpa.persistence.PersistenceProductDerivation;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.store.internal.ModuleSource;
import org.colonnade.platform.store.internal.company.Doors;
import org.colonnade.platform.store.internal.database.StoreFailure;

/** One function's mapper and its transactions, from the moment its tables are ready until its bundle stops. */
public final class Unit implements AutoCloseable {

    private final ModuleSource module;
    private final EntityManagerFactory factory;
    private final UnitTx tx;

    private Unit(ModuleSource module, EntityManagerFactory factory, UnitTx tx) {
        this.module = module;
        this.factory = factory;
        this.tx = tx;
    }

    /** Builds the mapper, if the function has rows, and looks that each of them can be mapped. */
    public static Unit open(
            ModuleSource module, Doors doors, Supplier<List<Long>> companies, Books books, Clock clock, Tsids ids) {
        URL file = module.file(UnitXml.FILE);
        List<String> rows = file == null
                ? List.of()
                : UnitXml.rows(file, module.id())
                        .orElseThrow(() -> new StoreFailure(
                                "The file " + UnitXml.FILE + " of '" + module.id()
                                        + "' has no persistence unit of that name",
                                null));
        if (rows.isEmpty()) {
            return new Unit(
                    module,
                    null,
                    new UnitTx(
                            company -> new JdbcSession(new OneConnection(doors, company)),
                            companies,
                            doors::own,
                            books,
                            clock,
                            ids));
        }
        Lending lending = new Lending(doors.pool());
        EntityManagerFactory factory =
                within(module, () -> map(new PersistenceUnit(module.id(), rows, file, module.loader(), lending)));
        return new Unit(
                module,
                factory,
                new UnitTx(
                        company -> new JpaSession(
                                factory::createEntityManager, lending, new OneConnection(doors, company)),
                        companies,
                        doors::own,
                        books,
                        clock,
                        ids));
    }

    public Tx tx() {
        return tx;
    }

    /** Lets running transactions end. OpenJPA still knows the rows: their classes register themselves only once. */
    @Override
    public void close() {
        tx.close();
        if (factory != null) {
            within(module, () -> {
                factory.close();
                return null;
            });
        }
    }

    /** As OpenJPA's provider does it for containers, but without its enhancer for classes that are being loaded. */
    private static EntityManagerFactory map(PersistenceUnit unit) {
        EntityManagerFactory factory = JPAFacadeHelper.toEntityManagerFactory(
                Bootstrap.newBrokerFactory(configuration(unit), RowLoader.over(unit.loader())));
        try {
            EntityManager first = factory.createEntityManager();
            for (String row : unit.rows()) {
                factory.getMetamodel().entity(Class.forName(row, true, unit.loader()));
            }
            first.close();
            return factory;
        } catch (ClassNotFoundException | RuntimeException failure) {
            factory.close();
            throw failure instanceof RuntimeException unchecked ? unchecked : new StoreFailure(failure);
        }
    }

    private static ConfigurationProvider configuration(PersistenceUnit unit) {
        try {
            return new PersistenceProductDerivation().load(unit, Map.of());
        } catch (IOException unreadable) {
            throw new StoreFailure(unreadable);
        }
    }

    private static <T> T within(ModuleSource module, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(RowLoader.over(module.loader()));
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
