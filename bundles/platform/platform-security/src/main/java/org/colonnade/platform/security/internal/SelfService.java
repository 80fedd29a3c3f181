package org.colonnade.platform.security.internal;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.security.internal.store.Users;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells people about themselves. */
@Component(service = SelfService.class)
public final class SelfService {

    private final Tx tx;
    private final PermissionCatalogue catalogue;
    private final CompanyDesk companies;

    @Activate
    public SelfService(
            @Reference(target = "(module=security)") Tx tx,
            @Reference PermissionCatalogue catalogue,
            @Reference CompanyDesk companies) {
        this.tx = tx;
        this.catalogue = catalogue;
        this.companies = companies;
    }

    public Me me(Actor actor) {
        String id = actor.ref().id();
        Users.Myself user = tx.read(work -> Users.myself(work, Tsid.parse(id)));
        return new Me(
                id,
                user.name(),
                user.displayName(),
                user.roles(),
                permissions(actor),
                actor.administrator(),
                new TreeMap<>(actor.standing().narrowed()),
                new TreeSet<>(actor.standing().teams().values()),
                companies.of(actor),
                actor.principal() == null ? null : actor.standing().user());
    }

    private Set<String> permissions(Actor actor) {
        return actor.administrator()
                ? catalogue.all().stream().map(Permission::name).collect(Collectors.toCollection(TreeSet::new))
                : new TreeSet<>(actor.permissions());
    }
}
