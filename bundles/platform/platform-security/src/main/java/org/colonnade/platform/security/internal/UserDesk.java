package org.colonnade.platform.security.internal;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.security.Accounts;
import org.colonnade.platform.api.security.Accounts.User;
import org.colonnade.platform.api.security.Accounts.UserDraft;
import org.colonnade.platform.api.security.event.UserAdded;
import org.colonnade.platform.api.security.event.UserChanged;
import org.colonnade.platform.api.security.event.UserPasswordChanged;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.GrantRule;
import org.colonnade.platform.security.internal.domain.PasswordRule;
import org.colonnade.platform.security.internal.domain.SignInName;
import org.colonnade.platform.security.internal.store.Roles;
import org.colonnade.platform.security.internal.store.SecondFactors;
import org.colonnade.platform.security.internal.store.Tokens;
import org.colonnade.platform.security.internal.store.UserCompanies;
import org.colonnade.platform.security.internal.store.UserRow;
import org.colonnade.platform.security.internal.store.Users;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds and changes users on somebody's behalf, who can never hand out more than they have. */
@Component(service = UserDesk.class)
public final class UserDesk {

    private final Tx tx;
    private final Passwords passwords;
    private final Doorkeeper doorkeeper;
    private final SetupSecret setup;

    @Activate
    public UserDesk(
            @Reference(target = "(module=security)") Tx tx,
            @Reference Passwords passwords,
            @Reference Doorkeeper doorkeeper,
            @Reference SetupSecret setup) {
        this.tx = tx;
        this.passwords = passwords;
        this.doorkeeper = doorkeeper;
        this.setup = setup;
    }

    public Page<User> page(PageRequest page) {
        return tx.read(work -> Users.page(work, page));
    }

    public User get(String name) {
        return tx.read(work -> Users.get(work, name).view());
    }

    /** @see Accounts#add */
    public User add(Actor actor, UserDraft draft) {
        UserDraft checked = checked(draft);
        String hash = passwords.taken("password", checked.password(), checked.name(), checked.displayName());
        User added = tx.write(work -> {
            Users.queueUp(work);
            allow(work, actor, Set.of(), checked.roles());
            return insert(work, checked, hash);
        });
        changed(added);
        return added;
    }

    /**
     * Makes a user in a transaction that somebody else began and has {@linkplain Users#queueUp queued up}.
     *
     * @throws Conflict {@code platform.user.taken}
     */
    static User insert(Work work, UserDraft draft, String hash) throws SQLException {
        if (Users.find(work, draft.name()).isPresent()) {
            throw new Conflict(
                    "platform.user.taken",
                    "There is a user of this name already; names are the same in capital and small letters.");
        }
        UserRow row = Users.insert(
                work, new UserRow(work.newId(), draft.name(), draft.displayName(), hash, draft.roles(), work.now()));
        if (row.administers()) {
            SetupSecret.close(work);
        }
        Users.flush(work);
        UserCompanies.write(work, row.id(), List.of(home()));
        Trail.user(work, "created", row, null);
        work.publish(new UserAdded(row.ref(), row.name(), row.displayName(), new TreeSet<>(row.roles())));
        return row.view();
    }

    /** Whoever is made works where its maker does, until somebody says otherwise. */
    private static long home() {
        long company = Caller.current().company();
        return company == Caller.EVERY_COMPANY ? Caller.FIRST_COMPANY : company;
    }

    /**
     * The draft with its gaps filled.
     *
     * @throws Rejected {@code platform.user.invalid}
     */
    static UserDraft checked(UserDraft draft) {
        Fields fields = new Fields();
        if (!SignInName.fits(draft.name())) {
            fields.wrong("name", SignInName.RULE);
        }
        String displayName = draft.displayName() == null ? draft.name() : draft.displayName();
        fields.required("displayName", displayName, 200);
        Set<String> roles = UserChange.roles(fields, draft.roles());
        fields.orReject("platform.user.invalid");
        return new UserDraft(draft.name(), displayName.strip(), draft.password(), roles);
    }

    /**
     * Changes a user.
     *
     * @param seen is given the present version and refuses if it is not the one that the caller knows
     * @throws Rejected {@code platform.user.invalid}, {@code platform.role.not-found}
     * @throws Conflict {@code platform.user.last-administrator}
     */
    public User change(Actor actor, String name, LongConsumer seen, UnaryOperator<UserChange> edit) {
        User changed = tx.write(work -> {
            Users.queueUp(work);
            UserRow row = Users.get(work, name);
            seen.accept(row.version());
            UserChange before = UserChange.of(row.view());
            UserChange after = edit.apply(before).checked();
            allow(work, actor, before.roles(), after.roles());
            if (!after.equals(before)) {
                apply(work, row, after);
            }
            return row.view();
        });
        changed(changed);
        return changed;
    }

    /** @see Accounts#enable */
    public User enable(Actor actor, String name, LongConsumer seen, boolean enabled) {
        return change(actor, name, seen, user -> new UserChange(user.displayName(), user.roles(), enabled));
    }

    /** @see Accounts#password */
    public void password(Actor actor, String name, String password) {
        User user = get(name);
        boolean factor = tx.read(work -> SecondFactors.confirmed(work, Tsid.parse(user.id())));
        String hash = passwords.taken("password", password, factor, user.name(), user.displayName());
        boolean isShort = PasswordRule.isShort(PasswordRule.normalised(password));
        tx.write(work -> {
            Users.queueUp(work);
            UserRow row = Users.get(work, name);
            allow(work, actor, row.roles(), Set.of());
            fits(work, row, isShort);
            row.passwordHash(hash);
            Users.flush(work);
            Trail.user(work, "password-changed", row, Trail.text(row));
            Tokens.endAll(work, row.id());
            work.publish(new UserPasswordChanged(row.ref(), !row.ref().equals(actor.ref())));
            return row.id();
        });
        doorkeeper.forgetAll();
    }

    /**
     * Notes how long the new password is, in the transaction that sets it.
     *
     * @throws Conflict {@code platform.password.refused} if the second factor that it needs has gone meanwhile
     */
    static void fits(Work work, UserRow row, boolean isShort) throws SQLException {
        if (isShort && !SecondFactors.confirmed(work, row.id())) {
            throw new Conflict("platform.password.refused", "This password is good only with a second factor.");
        }
        SecondFactors.passwordIsShort(work, row.id(), isShort);
    }

    /** The user's id, if the actor may touch this account at all. */
    long touchable(Work work, Actor actor, String name) {
        UserRow row = Users.get(work, name);
        allow(work, actor, row.roles(), Set.of());
        return row.id();
    }

    private static void apply(Work work, UserRow row, UserChange after) throws SQLException {
        boolean administered = row.administers();
        boolean switched = row.enabled() != after.enabled();
        String before = Trail.text(row);
        row.change(after.displayName(), after.roles(), after.enabled());
        if (administered && !row.administers() && !Users.anyAdministratorBut(work, row.id())) {
            throw new Conflict(
                    "platform.user.last-administrator",
                    "This is the last administrator that is let in; make another one first.");
        }
        if (row.administers()) {
            SetupSecret.close(work);
        }
        Users.flush(work);
        Trail.user(work, "changed", row, before);
        if (switched) {
            Tokens.endAll(work, row.id());
        }
        work.publish(
                new UserChanged(row.ref(), row.name(), row.displayName(), new TreeSet<>(row.roles()), row.enabled()));
    }

    private static void allow(Work work, Actor actor, Set<String> before, Set<String> after) {
        Set<String> involved = new HashSet<>(before);
        involved.addAll(after);
        Map<String, Set<String>> allowed = Roles.allowed(work, involved);
        Set<String> unknown = new TreeSet<>(after);
        unknown.removeAll(allowed.keySet());
        if (!unknown.isEmpty()) {
            throw new Rejected("platform.role.not-found", "There is no such role.")
                    .field("roles", String.join(", ", unknown));
        }
        GrantRule.roles(actor, involved, allowed);
    }

    private void changed(User user) {
        doorkeeper.forgetAll();
        if (user.enabled() && user.roles().contains(Accounts.ADMINISTRATOR)) {
            tx.afterCommit(setup::discard);
        }
    }
}
