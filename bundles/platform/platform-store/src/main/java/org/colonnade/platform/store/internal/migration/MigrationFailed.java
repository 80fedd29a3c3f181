package org.colonnade.platform.store.internal.migration;

import java.sql.SQLException;
import org.colonnade.platform.store.internal.database.SqlFaults;

/** A function's tables could not be brought to the version that it needs. */
public final class MigrationFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final String module;

    public MigrationFailed(String module, Throwable cause) {
        super("The tables of '" + module + "' cannot be changed to the version that it needs: " + reason(cause), cause);
        this.module = module;
    }

    /** Whose tables. */
    public String module() {
        return module;
    }

    private static String reason(Throwable cause) {
        Throwable telling =
                SqlFaults.sql(cause).<Throwable>map((SQLException sql) -> sql).orElseGet(() -> root(cause));
        return String.valueOf(telling.getMessage()).lines().findFirst().orElse("");
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
