package org.colonnade.platform.approvals.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.security.Gatekeeper;

/** The accounts of a test. */
final class Staff implements Gatekeeper {

    static final String APPROVE = "paying.run.approve";
    static final String RELEASE = "paying.run.release";

    private final Map<Ref, Actor> actors = new ConcurrentHashMap<>();

    Actor hire(long id, String... permissions) {
        Actor actor = new Actor(Ref.of("platform", "user", id), "user" + id, Set.of(permissions), false);
        actors.put(actor.ref(), actor);
        return actor;
    }

    void dismiss(Actor actor) {
        actors.remove(actor.ref());
    }

    @Override
    public Actor identify(String token) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Actor> account(Ref account) {
        return Optional.ofNullable(actors.get(account));
    }
}
