package org.colonnade.platform.store.internal.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.store.AnswerBook;
import org.colonnade.platform.api.store.KeptAnswer;
import org.colonnade.platform.api.store.KeyedRequest;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.store.internal.database.SqlFaults;

/**
 * Keeps answers beside the rows that they tell of. A key belongs to the transaction that inserted its row first: on this node a set of the
 * running ones tells the others at once, on another node the primary key lets them wait for that transaction's end.
 */
public final class StoredAnswerBook implements AnswerBook {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int TRIES = 3;
    private static final String TAKEN = "23505";

    private final Tx own;
    private final Function<String, Optional<Tx>> transactions;
    private final Clock clock;
    private final int patience;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    /**
     * @param own the transactions of the platform's own tables
     * @param transactions those of a function, if it has any
     * @param patience for how many seconds a key that another node has is waited for; 0 for the database's own limit
     */
    public StoredAnswerBook(Tx own, Function<String, Optional<Tx>> transactions, Clock clock, int patience) {
        this.own = own;
        this.transactions = transactions;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public KeptAnswer once(KeyedRequest request, Supplier<KeptAnswer> effect) {
        String id = id(request);
        if (!running.add(id)) {
            throw stillRunning();
        }
        try {
            for (int attempt = 0; attempt < TRIES; attempt++) {
                Optional<KeptAnswer> answer = answer(request, id, effect);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            throw stillRunning();
        } finally {
            running.remove(id);
        }
    }

    /** Forgets the answers that are a day old. */
    public void sweep() {
        int swept;
        do {
            swept = own.write(work -> AnswerRows.sweep(work.unwrap(Connection.class), until()));
        } while (swept > 0);
    }

    /** @return nothing, if another node had the key but gave it up, or its answer was too old */
    private Optional<KeptAnswer> answer(KeyedRequest request, String id, Supplier<KeptAnswer> effect) {
        try {
            return Optional.of(transactions(request).write(work -> first(work, request, id, effect)));
        } catch (Taken taken) {
            Optional<AnswerRows.Row> kept =
                    own.read(work -> AnswerRows.find(work.unwrap(Connection.class), id, until()));
            if (kept.isEmpty()) {
                own.write(work -> {
                    AnswerRows.removeOld(work.unwrap(Connection.class), id, until());
                    return id;
                });
            }
            return kept.map(row -> again(row, request));
        }
    }

    private KeptAnswer first(Work work, KeyedRequest request, String id, Supplier<KeptAnswer> effect)
            throws SQLException {
        take(work.unwrap(Connection.class), id, work.now());
        KeptAnswer answer = effect.get();
        AnswerRows.keep(
                work.unwrap(Connection.class),
                id,
                new AnswerRows.Row(request.fingerprint().get(), answer));
        return answer;
    }

    private void take(Connection connection, String id, Instant now) throws SQLException {
        try {
            AnswerRows.take(connection, id, now, patience);
        } catch (SQLException failure) {
            if (TAKEN.equals(failure.getSQLState())) {
                throw new Taken();
            }
            if (SqlFaults.waitedInVain(failure)) {
                throw stillRunning();
            }
            throw failure;
        }
    }

    private static KeptAnswer again(AnswerRows.Row kept, KeyedRequest request) {
        if (!kept.fingerprint().equals(request.fingerprint().get())) {
            throw new Rejected(
                    "platform.idempotency.other-request",
                    "This Idempotency-Key was used for another request; choose a new one for each.");
        }
        return kept.answer();
    }

    private Tx transactions(KeyedRequest request) {
        return request.module() == null
                ? own
                : transactions.apply(request.module()).orElse(own);
    }

    private Instant until() {
        return clock.instant().minus(KEPT);
    }

    private static Conflict stillRunning() {
        return new Conflict(
                "platform.idempotency.running",
                "A request with this Idempotency-Key is under way; ask again when it was answered.");
    }

    private static String id(KeyedRequest request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.owner().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(request.key().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }

    /** Somebody's row is there already; the transaction that met it is over. */
    private static final class Taken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Taken() {
            super(null, null, false, false);
        }
    }
}
