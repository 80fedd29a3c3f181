package org.colonnade.platform.security.internal.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.colonnade.platform.api.problem.Unavailable;

/**
 * Slows down guessing without locking out the right person. Three allowances are charged with each wrong
 * try:
 *
 * <ol>
 *   <li>this account from this address: a few wrong tries, then one now and then;
 *   <li>this address over all accounts: stops trying one password with many names;
 *   <li>this account from all addresses that never signed in to it: stops guessing from many machines. An address that the right person
 *       has used is not held back by it, so strangers cannot lock them out.
 * </ol>
 *
 * <p>Wrong tries are counted for all nodes together, see {@link WrongTries}; what is being judged is known to this node alone. So guesses
 * that are judged on several nodes at the same moment may each be free once; what they cost counts everywhere when they have been judged.
 * Strangers cannot make the count grow without end: a wrong try is forgotten when its pause is over, and an address has few.
 */
public final class SignInBrake {

    private static final Duration FAMILIAR = Duration.ofDays(90);
    private static final Duration RENEWED = Duration.ofDays(1);

    private final Clock clock;
    private final Supplier<Limits> limits;
    private final WrongTries tries;
    private final Map<String, Bench> benches = new HashMap<>();

    /** @param limits asked at each try, so that a change of configuration holds at once */
    public SignInBrake(Clock clock, Supplier<Limits> limits, WrongTries tries) {
        this.clock = clock;
        this.limits = limits;
        this.tries = tries;
    }

    /**
     * Begins a try before the password is looked at. As long as earlier ones are being judged and could use up what is free, it waits for
     * their verdict: so parallel guesses cannot slip through together, and parallel right passwords are not taken for guesses.
     *
     * @return the try, to be judged and closed; {@link Try#due} says whether it may go on at all
     * @throws Unavailable {@code platform.sign-in.busy} if the verdicts take too long
     */
    public Try begin(String account, String address, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Try one = new Try(account, address);
        one.enter();
        try {
            boolean decided = false;
            while (!decided) {
                long turn = one.turn();
                one.look();
                decided = one.decide(turn, end);
            }
            return one;
        } catch (RuntimeException failure) {
            one.close();
            throw failure;
        }
    }

    private void await(long nanos) {
        try {
            if (nanos > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, nanos);
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new Unavailable(
                "platform.sign-in.busy",
                "Too many sign-ins are being checked right now; try again in a moment.",
                Duration.ofSeconds(2));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Those on this node who want to try under a key; gone with the last of them. */
    private static final class Bench {

        private int present;
        private int judging;
        private long written;
    }

    /** One try. Closed without a verdict it costs nothing: whoever was never judged, since something else failed, did no wrong. */
    public final class Try implements AutoCloseable {

        private final String pair;
        private final String account;
        private final List<String> keys;
        private Map<String, WrongTries.Mark> marks = Map.of();
        private Map<String, Allowance> charged = Map.of();
        private Duration due = Duration.ZERO;
        private boolean judging;
        private boolean written;

        private Try(String name, String address) {
            pair = "pair " + address + ' ' + name;
            account = "account " + name;
            keys = List.of(pair, "place " + address, account);
        }

        private void enter() {
            synchronized (SignInBrake.this) {
                keys.forEach(key -> benches.computeIfAbsent(key, first -> new Bench()).present++);
            }
        }

        /** Changes whenever a verdict under one of the keys was written down: what was read before may be old. */
        private long turn() {
            synchronized (SignInBrake.this) {
                return keys.stream().mapToLong(key -> benches.get(key).written).sum();
            }
        }

        private void look() {
            marks = new HashMap<>(tries.look(keys));
            Limits limit = limits.get();
            Instant now = now();
            Map<String, Allowance> all = new LinkedHashMap<>();
            all.put(keys.get(0), new Allowance(limit.triesHere(), limit.pause()));
            all.put(keys.get(1), new Allowance(limit.triesOfAddress(), limit.pause()));
            if (!isFamiliar(now)) {
                all.put(account, new Allowance(limit.triesOfStrangers(), limit.pause()));
            }
            all.forEach((key, allowance) -> {
                if (allowance.isBeyond(mark(key).paidAt(), now)) {
                    settle(
                            key,
                            new WrongTries.Mark(allowance.full(now), mark(key).familiarUntil()));
                }
            });
            charged = all;
        }

        private void settle(String key, WrongTries.Mark mark) {
            tries.settle(key, mark);
            marks.put(key, mark);
        }

        /** @return false if it has to look again */
        private boolean decide(long turn, long end) {
            synchronized (SignInBrake.this) {
                while (turn == turn()) {
                    Instant now = now();
                    due = charged.entrySet().stream()
                            .map(one -> one.getValue().due(mark(one.getKey()).paidAt(), now))
                            .max(Duration::compareTo)
                            .orElse(Duration.ZERO);
                    if (!due.isZero()) {
                        return true;
                    }
                    if (charged.entrySet().stream().noneMatch(one -> isWaiting(one.getKey(), one.getValue(), now))) {
                        charged.keySet().forEach(key -> benches.get(key).judging++);
                        judging = true;
                        return true;
                    }
                    await(end - System.nanoTime());
                }
                return false;
            }
        }

        private boolean isWaiting(String key, Allowance allowance, Instant now) {
            return allowance.isWaiting(mark(key).paidAt(), now, benches.get(key).judging);
        }

        private WrongTries.Mark mark(String key) {
            return marks.getOrDefault(key, WrongTries.Mark.NONE);
        }

        private boolean isFamiliar(Instant now) {
            return mark(pair).familiarUntil().isAfter(now);
        }

        /** How long to wait before the next try, or zero if this one may go on. */
        public Duration due() {
            return due;
        }

        /** The password was right: earlier slips from here are forgotten, and the address is familiar from now on. */
        public void right() {
            Instant now = now();
            boolean known =
                    mark(pair).familiarUntil().isAfter(now.plus(FAMILIAR).minus(RENEWED));
            if (judging && !(known && !mark(pair).paidAt().isAfter(now))) {
                written = true;
                settle(pair, new WrongTries.Mark(Instant.EPOCH, now.plus(FAMILIAR)));
            }
        }

        /** It was not. Whoever hears that it was not has paid for it: if the price cannot be written down, this fails. */
        public void wrong() {
            if (judging) {
                written = true;
                Map<String, Duration> prices = new LinkedHashMap<>();
                keys.forEach(key -> prices.put(
                        key, charged.containsKey(key) ? charged.get(key).pause() : Duration.ZERO));
                tries.charge(prices, now());
            }
        }

        @Override
        public void close() {
            synchronized (SignInBrake.this) {
                for (String key : keys) {
                    Bench bench = benches.get(key);
                    bench.judging -= judging && charged.containsKey(key) ? 1 : 0;
                    bench.written += written ? 1 : 0;
                    bench.present--;
                    if (bench.present == 0) {
                        benches.remove(key);
                    }
                }
                SignInBrake.this.notifyAll();
            }
        }
    }

    /**
     * How many wrong tries are free, and how long each further one waits.
     *
     * @param triesHere for one account from one address
     * @param triesOfAddress from one address over all accounts
     * @param triesOfStrangers for one account from all unfamiliar addresses together
     * @param pause after which one more try is free
     */
    public record Limits(int triesHere, int triesOfAddress, int triesOfStrangers, Duration pause) {}
}
