package org.colonnade.platform.security.internal;

import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.security.Accounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users and roles for other bundles, on behalf of the thread's caller: a function inside a request gets no further than its caller. */
@Component(service = Accounts.class)
public final class AccountOffice implements Accounts {

    private final UserDesk users;
    private final RoleDesk roles;
    private final PermissionCatalogue catalogue;
    private final SecondFactorDesk factors;

    @Activate
    public AccountOffice(
            @Reference UserDesk users,
            @Reference RoleDesk roles,
            @Reference PermissionCatalogue catalogue,
            @Reference SecondFactorDesk factors) {
        this.users = users;
        this.roles = roles;
        this.catalogue = catalogue;
        this.factors = factors;
    }

    @Override
    public Page<User> users(PageRequest page) {
        return users.page(page);
    }

    @Override
    public User user(String name) {
        return users.get(name);
    }

    @Override
    public User add(UserDraft draft) {
        return users.add(actor(), draft);
    }

    @Override
    public User assign(String name, Set<String> names) {
        return users.change(
                actor(), name, version -> {}, user -> new UserChange(user.displayName(), names, user.enabled()));
    }

    @Override
    public User enable(String name, boolean enabled) {
        return users.enable(actor(), name, version -> {}, enabled);
    }

    @Override
    public void password(String name, char[] password) {
        users.password(actor(), name, password == null ? null : new String(password));
    }

    @Override
    public void resetSecondFactor(String name) {
        factors.reset(actor(), name);
    }

    @Override
    public List<Role> roles() {
        return roles.all();
    }

    @Override
    public Role role(Role role) {
        return roles.makeOrReplace(actor(), role);
    }

    @Override
    public void removeRole(String name) {
        roles.remove(actor(), name, version -> {});
    }

    @Override
    public List<Permission> permissions() {
        return catalogue.all();
    }

    private static Actor actor() {
        return Caller.current().actor();
    }
}
