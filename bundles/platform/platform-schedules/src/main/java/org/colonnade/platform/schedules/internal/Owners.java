package org.colonnade.platform.schedules.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.security.Gatekeeper;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** On whose behalf, and with which rights, a schedule's jobs are made. */
@Component(service = Owners.class)
public final class Owners {

    /** The owner of schedules that come with functions. */
    static final Actor PLATFORM = Actor.system("schedules");

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public volatile Gatekeeper gatekeeper;

    /**
     * The owner with the rights that it had when it made the schedule and still has.
     *
     * @param owner the account
     * @param then what it was allowed then
     * @return empty if the account is gone or locked out
     * @throws Unavailable while nobody can tell
     */
    Optional<Actor> acting(Ref owner, Actor then) {
        if (owner.equals(PLATFORM.ref())) {
            return Optional.of(PLATFORM);
        }
        Gatekeeper keeper = gatekeeper;
        if (keeper == null) {
            throw new Unavailable(
                    "platform.starting", "The platform is starting; ask again shortly.", Duration.ofSeconds(2));
        }
        // whoever works in the company no more has nothing done there either
        return keeper.account(owner)
                .filter(now -> now.belongsTo(Caller.current().company()))
                .map(now -> both(then, now));
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
