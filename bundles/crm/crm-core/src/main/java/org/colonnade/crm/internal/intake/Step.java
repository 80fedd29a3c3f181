package org.colonnade.crm.internal.intake;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.colonnade.crm.internal.domain.ImportCounts;
import org.colonnade.crm.internal.store.Suspects;

/**
 * A portion on its way into the tables, and what the step behind it needs to know. Steps are stored in the order of the file: each is
 * written in a transaction of its own, and waits for the one before with its commit.
 */
final class Step {

    private final Portion portion;
    private final CompletableFuture<Void> decided = new CompletableFuture<>();
    private final CompletableFuture<ImportCounts> first = new CompletableFuture<>();
    private final CompletableFuture<ImportCounts> end = new CompletableFuture<>();
    private volatile Map<Long, Suspects.Known> makes = Map.of();

    /** Forgotten at the end, so that a long file does not pile up in memory. */
    private volatile Step before;

    private Step(Portion portion, Step before) {
        this.portion = portion;
        this.before = before;
    }

    /** What was stored before the first step. */
    static Step behind(ImportCounts counts) {
        Step done = new Step(null, null);
        done.decided.complete(null);
        done.first.complete(counts);
        done.end.complete(counts);
        return done;
    }

    Step next(Portion following) {
        return new Step(following, this);
    }

    /** Waits until at most the one before is under way. @throws RuntimeException why the one before that failed */
    void twoBefore() {
        Step second = before.before;
        if (second != null) {
            second.end();
        }
    }

    Portion portion() {
        return portion;
    }

    /** Waits until nothing hinders this one from being written beside the one before. @return what that one makes and has not stored */
    Map<Long, Suspects.Known> beside() {
        if (before.portion == null || !portion.strangerTo(before.portion)) {
            before.end();
            return Map.of();
        }
        join(before.decided);
        return before.makes;
    }

    /**
     * Waits for the commit of the one before.
     *
     * @param seen what {@link #beside} said
     * @throws Anew if that one has to be stored in another way, so what this one was written beside is not true
     */
    ImportCounts afterThat(Map<Long, Suspects.Known> seen) {
        ImportCounts counts;
        try {
            counts = join(before.first);
        } catch (RuntimeException failed) {
            throw new Anew();
        }
        if (!seen.isEmpty() && seen != before.makes) {
            throw new Anew();
        }
        return counts;
    }

    /** Waits until the one before has come to its end. @throws RuntimeException why it could not */
    ImportCounts afterAll() {
        return before.end();
    }

    /** Tells what it makes or changes, before that is written. */
    void decided(Map<Long, Suspects.Known> what) {
        makes = what;
        decided.complete(null);
    }

    /** The first attempt has failed. */
    void stumbled(RuntimeException why) {
        first.completeExceptionally(why);
        decided.complete(null);
    }

    void stored(ImportCounts counts) {
        first.complete(counts);
        decided.complete(null);
        end.complete(counts);
        before = null;
    }

    void failed(RuntimeException why) {
        stumbled(why);
        end.completeExceptionally(why);
        before = null;
    }

    /** Waits until all of it is stored. @throws RuntimeException why it could not be */
    ImportCounts end() {
        return join(end);
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw failure;
        }
    }

    /** It is to be written once more, after the one before. */
    static final class Anew extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Anew() {
            super(null, null, false, false);
        }
    }
}
