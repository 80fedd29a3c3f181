package org.colonnade.platform.jobs.internal.domain;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.colonnade.platform.api.Actor;

/** With which rights a job runs: those that its owner had when it was submitted and still has. */
public final class OwnerRule {

    private OwnerRule() {}

    /** Whether the account is one that comes and goes; the platform's own work is nobody's. */
    public static boolean isAccount(Actor submitter) {
        return !submitter.ref().type().equals("system");
    }

    /**
     * Who acts now.
     *
     * @param then the owner as it submitted the job, narrowed by the token it came with
     * @param now the account as it stands; empty if it is gone or locked out
     */
    public static Optional<Actor> acting(Actor then, Optional<Actor> now) {
        return isAccount(then) ? now.map(account -> both(then, account)) : Optional.of(then);
    }

    private static Actor both(Actor then, Actor now) {
        if (then.administrator()) {
            return now;
        }
        Set<String> permissions = new HashSet<>(then.permissions());
        if (!now.administrator()) {
            permissions.retainAll(now.permissions());
        }
        return new Actor(now.ref(), now.name(), permissions, false, now.roles(), now.standing());
    }
}
