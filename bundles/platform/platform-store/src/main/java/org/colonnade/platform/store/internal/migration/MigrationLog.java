package org.colonnade.platform.store.internal.migration;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.slf4j.LoggerFactory;

/** Hands Liquibase's words on, as debug output: its failures come as exceptions and are logged where they are handled. */
final class MigrationLog extends AbstractLogService {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Migrator.class);

    @Override
    public int getPriority() {
        return PRIORITY_SPECIALIZED;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Liquibase declares it
    public Logger getLog(Class type) {
        return new Voice();
    }

    private static final class Voice extends AbstractLogger {

        @Override
        public void log(Level level, String message, Throwable failure) {
            LOG.debug(message, failure);
        }
    }
}
