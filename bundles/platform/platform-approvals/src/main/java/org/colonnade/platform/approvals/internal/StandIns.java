package org.colonnade.platform.approvals.internal;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.approval.ActingFor;
import org.colonnade.platform.api.security.Substitutes;
import org.colonnade.platform.api.security.Substitutes.Substitution;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** For whom users stand in, as the platform's accounts know it. */
@Component(service = ActingFor.class)
public final class StandIns implements ActingFor {

    private final Substitutes substitutes;

    @Activate
    public StandIns(@Reference Substitutes substitutes) {
        this.substitutes = substitutes;
    }

    @Override
    public Set<Ref> principals(Ref person, Instant at) {
        return substitutes.principalsOf(person, at).stream()
                .map(Substitution::principal)
                .collect(Collectors.toSet());
    }
}
