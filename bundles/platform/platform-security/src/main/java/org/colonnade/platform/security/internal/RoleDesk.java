package org.colonnade.platform.security.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.security.Accounts;
import org.colonnade.platform.api.security.Accounts.Role;
import org.colonnade.platform.api.security.event.RoleChanged;
import org.colonnade.platform.api.security.event.RoleRemoved;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.GrantRule;
import org.colonnade.platform.security.internal.store.RoleRow;
import org.colonnade.platform.security.internal.store.Roles;
import org.colonnade.platform.security.internal.store.Users;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes and changes roles on somebody's behalf, who can never put more into one than they have. */
@Component(service = RoleDesk.class)
public final class RoleDesk {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final Tx tx;
    private final PermissionCatalogue catalogue;
    private final Doorkeeper doorkeeper;

    @Activate
    public RoleDesk(
            @Reference(target = "(module=security)") Tx tx,
            @Reference PermissionCatalogue catalogue,
            @Reference Doorkeeper doorkeeper) {
        this.tx = tx;
        this.catalogue = catalogue;
        this.doorkeeper = doorkeeper;
    }

    public List<Role> all() {
        return tx.read(Roles::all);
    }

    public Versioned<Role> get(String name) {
        return tx.read(work -> versioned(Roles.get(work, name)));
    }

    /**
     * Makes a role.
     *
     * @throws Rejected {@code platform.role.invalid}, {@code platform.permission.unknown}
     * @throws Conflict {@code platform.role.taken}
     */
    public Versioned<Role> add(Actor actor, Role role) {
        Role checked = checked(role);
        return afterwards(tx.write(work -> {
            Users.queueUp(work);
            if (Roles.find(work, checked.name()).isPresent()) {
                throw new Conflict("platform.role.taken", "There is a role of this name already.");
            }
            return insert(work, actor, checked);
        }));
    }

    /**
     * Changes what a role allows.
     *
     * @param seen is given the present version and refuses if it is not the one that the caller knows
     * @throws Rejected {@code platform.role.invalid}, {@code platform.permission.unknown}
     */
    public Versioned<Role> change(Actor actor, String name, LongConsumer seen, UnaryOperator<Set<String>> edit) {
        return rewrite(actor, name, seen, present -> {
            Set<String> permissions = edit.apply(present.permissions());
            Map<String, Reach> scopes = new HashMap<>(present.scopes());
            scopes.keySet().retainAll(permissions);
            return new Role(name, permissions, scopes);
        });
    }

    /**
     * Changes what a role allows, and how far.
     *
     * @param seen is given the present version and refuses if it is not the one that the caller knows
     * @throws Rejected {@code platform.role.invalid}, {@code platform.permission.unknown}, {@code platform.permission.not-scoped}
     */
    public Versioned<Role> rewrite(Actor actor, String name, LongConsumer seen, UnaryOperator<Role> edit) {
        return afterwards(tx.write(work -> {
            Users.queueUp(work);
            RoleRow row = Roles.get(work, name);
            seen.accept(row.version());
            return change(work, actor, row, checked(edit.apply(row.view())));
        }));
    }

    /** @see Accounts#role */
    public Role makeOrReplace(Actor actor, Role role) {
        Role checked = checked(role);
        return afterwards(tx.write(work -> {
                    Users.queueUp(work);
                    Optional<RoleRow> row = Roles.find(work, checked.name());
                    return row.isPresent() ? change(work, actor, row.get(), checked) : insert(work, actor, checked);
                }))
                .value();
    }

    /** @see Accounts#removeRole */
    public void remove(Actor actor, String name, LongConsumer seen) {
        notTheAdministrator(name);
        tx.write(work -> {
            Users.queueUp(work);
            RoleRow row = Roles.get(work, name);
            seen.accept(row.version());
            GrantRule.permissions(actor, row.permissions());
            if (Users.anyWithRole(work, name)) {
                throw new Conflict("platform.role.in-use", "Somebody has this role; take it from them first.");
            }
            Trail.removed(work, row);
            Roles.remove(work, row);
            work.publish(new RoleRemoved(row.ref()));
            return name;
        });
        doorkeeper.forgetAll();
    }

    private Versioned<Role> insert(Work work, Actor actor, Role role) {
        catalogue.known(role.permissions());
        catalogue.scoped(role.scopes().keySet());
        GrantRule.permissions(actor, role.permissions());
        RoleRow row = Roles.insert(work, new RoleRow(work.newId(), role.name(), role.permissions(), role.scopes()));
        Trail.role(work, "created", row, null);
        work.publish(new RoleChanged(row.ref(), new TreeSet<>(row.permissions())));
        return versioned(row);
    }

    /** Names of functions that were removed may stay in a role, but cannot be added. */
    private Versioned<Role> change(Work work, Actor actor, RoleRow row, Role after) {
        Set<String> changed = new HashSet<>(after.permissions());
        changed.removeAll(row.permissions());
        catalogue.known(changed);
        Set<String> narrowed = new HashSet<>(after.scopes().keySet());
        narrowed.removeAll(row.scopes().keySet());
        catalogue.scoped(narrowed);
        changed.addAll(row.permissions());
        GrantRule.permissions(actor, changed);
        if (!row.permissions().equals(after.permissions()) || !row.scopes().equals(after.scopes())) {
            String before = Trail.text(row);
            row.allow(after.permissions(), after.scopes());
            Users.flush(work);
            Trail.role(work, "changed", row, before);
            work.publish(new RoleChanged(row.ref(), new TreeSet<>(row.permissions())));
        }
        return versioned(row);
    }

    private static Role checked(Role role) {
        Fields fields = new Fields();
        if (role.name() == null || !NAME.matcher(role.name()).matches()) {
            fields.wrong("name", "has up to 64 of the letters a to z, digits and -, and begins with a letter");
        }
        if (role.permissions() == null
                || role.permissions().stream().anyMatch(one -> one == null || one.isBlank() || one.length() > 200)) {
            fields.wrong("permissions", "is a list of permissions' names");
        }
        if (fields.faults().isEmpty()
                && !role.permissions().containsAll(role.scopes().keySet())) {
            fields.wrong("scopes", "names a permission that the role does not have");
        }
        if (role.scopes().values().stream().anyMatch(Objects::isNull)) {
            fields.wrong("scopes", "are OWN, TEAM or ALL");
        }
        fields.orReject("platform.role.invalid");
        notTheAdministrator(role.name());
        Map<String, Reach> scopes = new HashMap<>(role.scopes());
        scopes.values().removeIf(reach -> reach == Reach.ALL);
        return new Role(role.name(), role.permissions(), scopes);
    }

    private static void notTheAdministrator(String name) {
        if (Accounts.ADMINISTRATOR.equals(name)) {
            throw new Rejected(
                            "platform.role.invalid",
                            "The role 'administrator' may do everything and cannot be changed.")
                    .field("name", "is the administrators' role");
        }
    }

    private static Versioned<Role> versioned(RoleRow row) {
        return new Versioned<>(row.view(), row.version());
    }

    private <T> T afterwards(T result) {
        doorkeeper.forgetAll();
        return result;
    }
}
