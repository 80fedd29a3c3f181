package org.colonnade.platform.webhooks.internal;

import java.time.Duration;
import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.security.Gatekeeper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Asks the platform's accounts. */
@Component(service = Owners.class)
public final class AccountOwners implements Owners {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Gatekeeper gatekeeper;

    @Activate
    public AccountOwners() {}

    @Override
    public Optional<Actor> now(Ref account) {
        Gatekeeper keeper = gatekeeper;
        if (keeper == null) {
            throw new Unavailable(
                    "platform.starting", "The platform is starting; ask again shortly.", Duration.ofSeconds(2));
        }
        // whoever works in the company no more sees nothing of it
        return keeper.account(account)
                .filter(actor -> actor.belongsTo(Caller.current().company()));
    }
}
