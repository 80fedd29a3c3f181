package org.colonnade.platform.security.internal.domain;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Slows down guessing without locking out the right person. Three allowances are charged with each try and given back when the password
 * was right:
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
     * Charges one try before the password is looked at, so that parallel tries cannot slip through together.
     *
     * @return how long to wait, or zero when the try may go on
     */
    public synchronized Duration charge(String account, String address) {
        List<Allowance> charged = charged(account, address);
        Duration wait = charged.stream().map(Allowance::due).max(Duration::compareTo).orElse(Duration.ZERO);
        if (wait.isZero()) {
            charged.forEach(Allowance::take);
        }
        forgetOldest();
        return wait;
    }

    /** The password was right: the try costs nothing, earlier slips from here are forgotten, and the address is familiar from now on. */
    public synchronized void right(String account, String address) {
        charged(account, address).forEach(Allowance::giveBack);
        allowances.remove(pair(account, address));
        familiar.put(pair(account, address), true);
        forgetOldest();
    }

    /** The try was never judged (the platform was too busy): it costs nothing. */
    public synchronized void unjudged(String account, String address) {
        charged(account, address).forEach(Allowance::giveBack);
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
