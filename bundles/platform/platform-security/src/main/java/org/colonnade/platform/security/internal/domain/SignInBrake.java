package org.colonnade.platform.security.internal.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
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
 * <p>It lives in this node's memory: several nodes give a guesser several times the tries, a restart forgets. Both stay far below the
 * hundred tries that NIST SP 800-63B-4 allows, and no database write can be forced by somebody without a password.
 */
public final class SignInBrake {

    private static final int REMEMBERED = 50_000;

    private final Clock clock;
    private final Supplier<Limits> limits;
    private final Map<String, Allowance> allowances = new LinkedHashMap<>(256, 0.75f, true);
    private final Map<String, Boolean> familiar = new LinkedHashMap<>(256, 0.75f, true);

    /** @param limits asked at each try, so that a change of configuration holds at once */
    public SignInBrake(Clock clock, Supplier<Limits> limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Begins a try before the password is looked at. As long as earlier ones are being judged and could use up what is free, it waits for
     * their verdict: so parallel guesses cannot slip through together, and parallel right passwords are not taken for guesses.
     *
     * @return the try, to be judged and closed; {@link Try#due} says whether it may go on at all
     * @throws Unavailable {@code platform.sign-in.busy} if the verdicts take too long
     */
    public synchronized Try begin(String account, String address, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            List<Allowance> charged = charged(account, address);
            Duration due = charged.stream()
                    .map(Allowance::due)
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
            if (!due.isZero()) {
                return new Try(List.of(), pair(account, address), due);
            }
            if (charged.stream().noneMatch(Allowance::isWaiting)) {
                charged.forEach(Allowance::begin);
                forgetOldest();
                return new Try(charged, pair(account, address), Duration.ZERO);
            }
            await(end - System.nanoTime());
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

    private synchronized void end(List<Allowance> charged, String pair, Verdict verdict) {
        charged.forEach(allowance -> allowance.end(verdict == Verdict.WRONG));
        if (verdict == Verdict.RIGHT) {
            charged.stream().findFirst().ifPresent(Allowance::forgive);
            familiar.put(pair, true);
            forgetOldest();
        }
        notifyAll();
    }

    private List<Allowance> charged(String account, String address) {
        Limits now = limits.get();
        Allowance here = allowance(pair(account, address), now.triesHere(), now.pause());
        Allowance place = allowance("place " + address, now.triesOfAddress(), now.pause());
        if (familiar.containsKey(pair(account, address))) {
            return List.of(here, place);
        }
        return List.of(here, place, allowance("account " + account, now.triesOfStrangers(), now.pause()));
    }

    private Allowance allowance(String key, int most, Duration pause) {
        return allowances.computeIfAbsent(key, unknown -> new Allowance(clock)).within(most, pause);
    }

    private static String pair(String account, String address) {
        return "pair " + address + ' ' + account;
    }

    private void forgetOldest() {
        shorten(allowances);
        shorten(familiar);
    }

    private static void shorten(Map<String, ?> map) {
        for (Iterator<String> oldest = map.keySet().iterator(); map.size() > REMEMBERED && oldest.hasNext(); ) {
            oldest.next();
            oldest.remove();
        }
    }

    private enum Verdict {
        NONE,
        RIGHT,
        WRONG
    }

    /** One try. Closed without a verdict it costs nothing: whoever was never judged, since something else failed, did no wrong. */
    public final class Try implements AutoCloseable {

        private final List<Allowance> charged;
        private final String pair;
        private final Duration due;
        private Verdict verdict = Verdict.NONE;

        private Try(List<Allowance> charged, String pair, Duration due) {
            this.charged = charged;
            this.pair = pair;
            this.due = due;
        }

        /** How long to wait before the next try, or zero if this one may go on. */
        public Duration due() {
            return due;
        }

        /** The password was right: earlier slips from here are forgotten, and the address is familiar from now on. */
        public void right() {
            verdict = Verdict.RIGHT;
        }

        /** It was not. */
        public void wrong() {
            verdict = Verdict.WRONG;
        }

        @Override
        public void close() {
            end(charged, pair, verdict);
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
