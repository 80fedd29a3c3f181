package org.colonnade.platform.privacy.internal.person;

import java.util.List;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.privacy.internal.KnownFunction;
import org.colonnade.platform.privacy.internal.Registry;
import org.colonnade.platform.privacy.internal.store.FunctionStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which functions keep personal data, and which of them nobody waits for any longer. */
@Component(service = FunctionDesk.class)
public final class FunctionDesk {

    private final Tx tx;
    private final Registry registry;

    @Activate
    public FunctionDesk(@Reference(target = "(module=privacy)") Tx tx, @Reference Registry registry) {
        this.tx = tx;
        this.registry = registry;
    }

    public List<KnownFunction> all() {
        return tx.read(work -> FunctionStore.all(work, registry.concerned()));
    }

    /**
     * A removed function's data is gone for good.
     *
     * @throws NotFound {@code platform.privacy-function.not-found}
     * @throws Conflict {@code platform.privacy-function.present}
     */
    public void dismiss(Actor actor, String module) {
        if (registry.concerned().contains(module)) {
            throw new Conflict(
                    "platform.privacy-function.present",
                    "The function is here and answers for itself; remove it first.");
        }
        tx.write(work -> {
            if (!FunctionStore.dismiss(work, module, actor.ref().toString())) {
                throw NotFound.of("platform", "privacy-function", module);
            }
            return null;
        });
    }
}
