package org.colonnade.platform.privacy.internal.person;

import java.util.function.LongConsumer;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.Restrictions;
import org.colonnade.platform.api.privacy.event.PersonRestricted;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.privacy.internal.Restriction;
import org.colonnade.platform.privacy.internal.store.RestrictionStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the list of persons whose data must not be used. */
@Component(service = {Restrictions.class, RestrictionDesk.class})
public final class RestrictionDesk implements Restrictions {

    private final Tx tx;

    @Activate
    public RestrictionDesk(@Reference(target = "(module=privacy)") Tx tx) {
        this.tx = tx;
    }

    @Override
    public boolean restricted(Ref person) {
        return tx.read(work -> RestrictionStore.find(work, person.toString())).isPresent();
    }

    public Page<Restriction> list(PageRequest page) {
        return tx.read(work -> RestrictionStore.list(work, page));
    }

    /** @throws NotFound {@code platform.restriction.not-found} */
    public Restriction get(String person) {
        return tx.read(work -> RestrictionStore.find(work, person)).orElseThrow(() -> missing(person));
    }

    /** Restricts the person; one that is restricted already stays as it is. */
    public Restriction restrict(Actor actor, Ref person, String reason) {
        return tx.write(work -> {
            String key = person.toString();
            if (RestrictionStore.lock(work, key).isEmpty()) {
                RestrictionStore.add(work, person, reason, actor.ref().toString());
                work.publish(new PersonRestricted(person, true));
            }
            return RestrictionStore.find(work, key).orElseThrow();
        });
    }

    /** @throws NotFound {@code platform.restriction.not-found} */
    public void lift(String person, LongConsumer expected) {
        tx.write(work -> {
            Restriction present = RestrictionStore.lock(work, person).orElseThrow(() -> missing(person));
            expected.accept(present.version());
            RestrictionStore.remove(work, person);
            work.publish(new PersonRestricted(present.person(), false));
            return null;
        });
    }

    private static NotFound missing(String person) {
        return NotFound.of("platform", "restriction", person);
    }
}
