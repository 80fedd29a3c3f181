package org.colonnade.platform.store.internal.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import javax.persistence.OptimisticLockException;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Stale;
import org.colonnade.platform.api.problem.Unavailable;

/** Reads what a failed statement means for the caller, whoever wrapped it. */
public final class SqlFaults {

    private static final Set<String> REPEATABLE = Set.of("40001", "40P01");
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300", "3D000", "28P01", "28000");
    private static final Set<String> BUSY = Set.of("HYT00", "55P03", "57014");
    private static final Set<String> FULL = Set.of("53100", "53200");

    private static final int H2_CONCURRENT_UPDATE = 90131;
    private static final Set<Integer> H2_AWAY = Set.of(90098, 90007, 90067, 90121, 90020, 90028, 90030, 90031);

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int DEPTH = 40;

    private SqlFaults() {}

    /** Whether the same work may succeed when it is done again from its beginning. */
    public static boolean repeatable(Throwable failure) {
        SQLException sql = sql(failure).orElse(null);
        return sql != null && (REPEATABLE.contains(state(sql)) || sql.getErrorCode() == H2_CONCURRENT_UPDATE);
    }

    /** Whether the statement gave up waiting for a lock that another transaction holds. */
    public static boolean waitedInVain(SQLException failure) {
        return BUSY.contains(state(failure));
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    /** The failure as the caller shall see it: a problem where the database says something that concerns the caller, else as it is. */
    public static RuntimeException translate(Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        SQLException sql = sql(failure).orElse(null);
        if (sql != null) {
            Unavailable unavailable = unavailable(sql);
            if (unavailable != null) {
                return unavailable;
            }
        }
        if (find(failure, OptimisticLockException.class).isPresent()) {
            return new Stale(
                    "platform.record.stale",
                    "The record was changed by somebody else meanwhile; read it again, then repeat your change.");
        }
        if (sql != null && repeatable(failure)) {
            return busy(failure);
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new StoreFailure(failure);
    }

    /** The store cannot be reached at the moment. */
    public static Unavailable away(Throwable cause) {
        return new Unavailable(
                "platform.store.away", "The database does not answer at the moment; try again shortly.", SOON, cause);
    }

    /** The first exception of the database among the causes. */
    public static Optional<SQLException> sql(Throwable failure) {
        Optional<SQLException> first = find(failure, SQLException.class);
        // drivers and mappers hang the telling one behind a general one
        return first.map(sql -> {
            SQLException telling = sql;
            for (int i = 0; i < DEPTH && telling.getSQLState() == null && telling.getNextException() != null; i++) {
                telling = telling.getNextException();
            }
            return telling;
        });
    }

    private static Unavailable unavailable(SQLException sql) {
        if (sql instanceof SQLTransientConnectionException) {
            // the pool gave up waiting: for want of a free connection, or because none can be made
            boolean none = sql.getCause() instanceof SQLException
                    || String.valueOf(sql.getMessage()).contains("total=0");
            return none ? away(sql) : busy(sql);
        }
        String state = state(sql);
        if (FULL.contains(state)) {
            return new Unavailable(
                    "platform.store.full",
                    "The database has no space left; nothing was stored.",
                    Duration.ofSeconds(30),
                    sql);
        }
        if (BUSY.contains(state)) {
            return busy(sql);
        }
        boolean away = state.startsWith("08") || AWAY.contains(state) || H2_AWAY.contains(sql.getErrorCode());
        boolean closed = sql.getMessage() != null && sql.getMessage().contains("has been closed");
        return away || closed ? away(sql) : null;
    }

    private static Unavailable busy(Throwable cause) {
        return new Unavailable(
                "platform.store.busy",
                "Too much is going on in the database at the moment; try again shortly.",
                SOON,
                cause);
    }

    /** Walks causes and next exceptions, nearest first. */
    private static <T> Optional<T> find(Throwable failure, Class<T> type) {
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        for (int i = 0; i < DEPTH && !open.isEmpty(); i++) {
            Throwable next = open.remove();
            if (type.isInstance(next)) {
                return Optional.of(type.cast(next));
            }
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
        }
        return Optional.empty();
    }
}
