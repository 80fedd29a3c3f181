package org.colonnade.platform.store.internal.answer;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.store.AnswerBook;
import org.colonnade.platform.api.store.KeptAnswer;
import org.colonnade.platform.api.store.KeyedRequest;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.store.internal.DeskModule;
import org.colonnade.platform.store.internal.OnBoth;
import org.colonnade.platform.store.internal.Store;
import org.junit.Test;

public class AnswerBookTest extends OnBoth {

    private static final int THREADS = 32;
    private static final String THINGS = "select count(*) from desk_thing";
    private static final String KEPT = "select count(*) from platform_kept_answer";

    @Test
    public void theSameRequestHasOneEffectAndOneAnswer() {
        AnswerBook book = store.answerBook();
        KeptAnswer first = book.once(request("k", "body"), adds(desk, "a"));
        KeptAnswer second = book.once(request("k", "body"), adds(desk, "b"));
        assertFalse(first.repeated());
        assertTrue(second.repeated());
        assertEquals(first, new KeptAnswer(second.status(), second.headers(), second.body(), second.whole(), false));
        assertEquals("\"1\"", second.headers().get("ETag"));
        assertEquals(1, number(THINGS));
    }

    @Test
    public void theSameKeyOfSomebodyElseIsAnotherKey() {
        AnswerBook book = store.answerBook();
        book.once(request("k", "body"), adds(desk, "a"));
        assertFalse(book.once(new KeyedRequest("desk", "somebody else", "k", () -> "body"), adds(desk, "b"))
                .repeated());
        assertEquals(2, number(THINGS));
    }

    @Test
    public void aKeyStandsForOneRequestOnly() {
        AnswerBook book = store.answerBook();
        book.once(request("k", "body"), adds(desk, "a"));
        Rejected refused = assertThrows(Rejected.class, () -> book.once(request("k", "another body"), adds(desk, "b")));
        assertEquals("platform.idempotency.other-request", refused.code());
        assertEquals(1, number(THINGS));
    }

    @Test
    public void aFailureIsNotRememberedAndLeavesNothing() {
        AnswerBook book = store.answerBook();
        assertThrows(
                Conflict.class,
                () -> book.once(request("k", "body"), () -> {
                    desk.write(work -> thing(work, "a"));
                    throw new Conflict("desk.thing.taken", "Taken.");
                }));
        assertEquals(0, number(THINGS) + number(KEPT));
        assertFalse(book.once(request("k", "another body"), adds(desk, "b")).repeated());
    }

    @Test
    public void whatBreaksBetweenTheEffectAndItsAnswerLeavesNeither() {
        AnswerBook book = store.answerBook();
        KeyedRequest broken = new KeyedRequest("desk", "me", "k", () -> {
            throw new OutOfMemoryError("on purpose");
        });
        assertThrows(OutOfMemoryError.class, () -> book.once(broken, adds(desk, "a")));
        assertEquals(0, number(THINGS) + number(KEPT));
        assertFalse(book.once(request("k", "body"), adds(desk, "a")).repeated());
        assertEquals(1, number(THINGS));
    }

    @Test
    public void manyAtOnceOnTwoNodesHaveOneEffect() throws Exception {
        try (Store other = open()) {
            Tx there = other.raise(DeskModule.DESK);
            AnswerBook[] books = {store.answerBook(), other.answerBook()};
            Tx[] desks = {desk, there};
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int node = i % 2;
                calls.add(() -> answered(books[node], adds(desks[node], "a")));
            }
            List<String> answers = atOnce(calls);
            assertEquals(1, number(THINGS));
            assertEquals(1, answers.stream().filter("first"::equals).count());
            assertTrue(
                    answers.toString(),
                    List.of("first", "again", "platform.idempotency.running").containsAll(answers));
            assertEquals("again", answered(books[1], adds(there, "b")));
        }
    }

    @Test
    public void workOfSeveralTransactionsIsRememberedWhenItHasEnded() {
        AnswerBook book = store.answerBook();
        KeyedRequest request = new KeyedRequest(null, "me", "k", () -> "body");
        Supplier<KeptAnswer> twice = () -> {
            desk.write(work -> thing(work, "a"));
            return adds(desk, "b").get();
        };
        assertThrows(
                IllegalStateException.class,
                () -> book.once(request, () -> {
                    desk.write(work -> thing(work, "kept although it failed"));
                    throw new IllegalStateException("on purpose");
                }));
        assertFalse(book.once(request, twice).repeated());
        assertTrue(book.once(request, twice).repeated());
        assertEquals(3, number(THINGS));
    }

    @Test
    public void theDatabaseMayAskForARepetition() {
        AtomicInteger calls = new AtomicInteger();
        KeptAnswer answer = store.answerBook().once(request("k", "body"), () -> {
            KeptAnswer made = adds(desk, "a").get();
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException(new SQLException("serialization", "40001"));
            }
            return made;
        });
        assertFalse(answer.repeated());
        assertEquals(1, number(THINGS));
    }

    @Test
    public void aDayLaterAKeyIsFreeAgain() {
        store.answerBook().once(request("k", "body"), adds(desk, "a"));
        Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofHours(25));
        StoredAnswerBook later = new StoredAnswerBook(desk, id -> Optional.of(desk), tomorrow, 0);
        assertFalse(later.once(request("k", "another body"), adds(desk, "b")).repeated());
        assertEquals(2, number(THINGS));
        later.sweep();
        store.answerBook().sweep();
        assertEquals(0, number(KEPT));
    }

    @Test
    public void aStepAfterTheCommitWaitsForTheOuterOne() {
        List<String> seen = new ArrayList<>();
        desk.write(work -> {
            desk.write(inner -> {
                desk.afterCommit(() -> seen.add("stored " + number(THINGS)));
                return thing(inner, "a");
            });
            assertTrue(seen.isEmpty());
            return null;
        });
        assertEquals(List.of("stored 1"), seen);
        desk.write(work -> {
            desk.afterCommit(() -> seen.add("never"));
            work.rollbackOnly();
            return null;
        });
        desk.afterCommit(() -> seen.add("at once"));
        assertEquals(List.of("stored 1", "at once"), seen);
    }

    private static KeyedRequest request(String key, String what) {
        return new KeyedRequest("desk", "me", key, () -> what);
    }

    private static Supplier<KeptAnswer> adds(Tx tx, String name) {
        return () -> tx.write(work -> {
            thing(work, name);
            return KeptAnswer.of(201, Map.of("ETag", "\"1\"", "Location", "/things/1"), "{\"name\":\"" + name + "\"}");
        });
    }

    private static String answered(AnswerBook book, Supplier<KeptAnswer> effect) {
        try {
            return book.once(request("k", "body"), effect).repeated() ? "again" : "first";
        } catch (Problem refused) {
            return refused.code();
        }
    }

    private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        CountDownLatch ready = new CountDownLatch(calls.size());
        try {
            List<Future<String>> results = new ArrayList<>();
            for (Callable<String> call : calls) {
                results.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return call.call();
                }));
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> result : results) {
                answers.add(result.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
