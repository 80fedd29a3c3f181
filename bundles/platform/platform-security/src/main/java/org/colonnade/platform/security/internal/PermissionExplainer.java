package org.colonnade.platform.security.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.security.Accounts;
import org.colonnade.platform.api.security.Accounts.User;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.security.internal.store.Roles;
import org.colonnade.platform.security.internal.store.SubstituteRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says why somebody may do something, from the same tables and by the same reading as at the door. */
@Component(service = PermissionExplainer.class)
public final class PermissionExplainer {

    private final Tx tx;
    private final UserDesk users;
    private final Doorkeeper doorkeeper;

    @Activate
    public PermissionExplainer(
            @Reference(target = "(module=security)") Tx tx,
            @Reference UserDesk users,
            @Reference Doorkeeper doorkeeper) {
        this.tx = tx;
        this.users = users;
        this.doorkeeper = doorkeeper;
    }

    /**
     * Why.
     *
     * @throws Rejected {@code platform.explain.invalid} where one of the two is not named
     * @throws NotFound {@code platform.user.not-found}
     */
    public Explanation explain(String user, String permission) {
        if (user == null || permission == null || permission.isBlank()) {
            throw new Rejected("platform.explain.invalid", "A question names a user and a permission.")
                    .field(user == null ? "user" : "permission", "is required");
        }
        User account = users.get(user);
        Optional<Actor> actor = doorkeeper.account(new Ref("platform", "user", account.id()));
        List<Explanation.Cause> because = tx.read(Roles::all).stream()
                .filter(role -> account.roles().contains(role.name()))
                .filter(role -> role.name().equals(Accounts.ADMINISTRATOR)
                        || role.permissions().contains(permission))
                .map(role -> new Explanation.Cause(role.name(), role.scopes().getOrDefault(permission, Reach.ALL)))
                .toList();
        boolean allowed = actor.filter(one -> one.may(permission)).isPresent();
        Reach reach = allowed ? actor.get().reach(permission) : null;
        List<String> teams = actor.map(
                        one -> one.standing().teams().values().stream().sorted().toList())
                .orElse(List.of());
        return new Explanation(
                account.name(),
                permission,
                allowed,
                reach,
                teams,
                because,
                actor.isPresent() ? others(account, permission) : List.of(),
                sentence(actor.isPresent(), reach, because));
    }

    private List<Explanation.For> others(User account, String permission) {
        return tx.read(work -> {
            List<Explanation.For> others = new ArrayList<>();
            for (SubstituteRows.Row row : SubstituteRows.principals(work, Tsid.parse(account.id()), work.now())) {
                Optional<Actor> acting = doorkeeper.acting(work, row).filter(one -> one.may(permission));
                acting.ifPresent(one -> others.add(new Explanation.For(
                        row.principalName(), one.reach(permission), row.is().until())));
            }
            return others;
        });
    }

    private static String sentence(boolean letIn, Reach reach, List<Explanation.Cause> because) {
        if (!letIn) {
            return "The account is locked out, so it may do nothing.";
        }
        if (reach == null) {
            return "None of the user's roles allows it.";
        }
        String role = because.stream()
                .filter(cause -> cause.reach() == reach)
                .map(Explanation.Cause::role)
                .findFirst()
                .orElse("?");
        return "The role '" + role + "' allows it for "
                + switch (reach) {
                    case OWN -> "what the user owns.";
                    case TEAM -> "what the user owns and what is of the teams that it sees.";
                    case ALL -> "everything.";
                };
    }
}
