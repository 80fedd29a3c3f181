package org.colonnade.platform.security.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.security.Substitutes;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.Lending;
import org.colonnade.platform.security.internal.domain.Span;
import org.colonnade.platform.security.internal.domain.SubstituteRule;
import org.colonnade.platform.security.internal.domain.Whiles;
import org.colonnade.platform.security.internal.store.Identities;
import org.colonnade.platform.security.internal.store.SubstituteRows;
import org.colonnade.platform.security.internal.store.UserRow;
import org.colonnade.platform.security.internal.store.Users;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says who stands in for whom: by the principal, or by somebody who may do all that the principal may. */
@Component(service = {Substitutes.class, SubstituteDesk.class})
public final class SubstituteDesk implements Substitutes {

    private static final int MOST_OF_ONE = 50;

    private final Tx tx;
    private final UserDesk users;
    private final PermissionCatalogue catalogue;
    private final Doorkeeper doorkeeper;

    @Activate
    public SubstituteDesk(
            @Reference(target = "(module=security)") Tx tx,
            @Reference UserDesk users,
            @Reference PermissionCatalogue catalogue,
            @Reference Doorkeeper doorkeeper) {
        this.tx = tx;
        this.users = users;
        this.catalogue = catalogue;
        this.doorkeeper = doorkeeper;
    }

    @Override
    public List<Substitution> principalsOf(Ref substitute, Instant at) {
        return isUser(substitute)
                ? tx.read(work -> told(SubstituteRows.principals(work, Tsid.parse(substitute.id()), at)))
                : List.of();
    }

    @Override
    public List<Substitution> substitutesOf(Ref principal, Instant at) {
        return isUser(principal)
                ? tx.read(work -> told(SubstituteRows.substitutes(work, Tsid.parse(principal.id()), at)))
                : List.of();
    }

    @Override
    public Substitution appoint(
            String principal, String substitute, Instant from, Instant until, Set<String> permissions) {
        String id = add(
                        Caller.current().actor(),
                        principal,
                        new SubstituteWish(
                                substitute,
                                from == null ? null : from.toString(),
                                until == null ? null : until.toString(),
                                null,
                                permissions))
                .id();
        return tx.read(work -> SubstituteRows.find(work, Tsid.parse(id), work.now()))
                .orElseThrow()
                .is();
    }

    @Override
    public void dismiss(String user, String id) {
        end(Caller.current().actor(), user, id);
    }

    /** Those of the caller, on either side, that are not over. */
    public List<SubstituteView> mine(Actor actor) {
        return tx.read(work -> views(work, Tsid.parse(actor.ref().id())));
    }

    /** Those of a user, on either side, that are not over. {@code platform.user.not-found}. */
    public List<SubstituteView> of(String user) {
        return tx.read(work -> views(work, Users.get(work, user).id()));
    }

    /**
     * Lets somebody stand in for the caller.
     *
     * @throws Rejected {@code platform.substitute.invalid}, {@code platform.user.not-found}, {@code platform.permission.unknown}
     * @throws Conflict {@code platform.substitute.self}, {@code platform.substitute.overlaps}, {@code platform.substitute.circular},
     *     {@code platform.substitute.too-many}
     */
    public SubstituteView add(Actor actor, SubstituteWish wish) {
        long principal = Oneself.id(actor);
        return afterwards(tx.write(work -> {
            Users.queueUp(work);
            return add(work, actor, principal, wish);
        }));
    }

    /**
     * Lets somebody stand in for another user, who may do no more than the actor.
     *
     * @throws NotFound {@code platform.user.not-found}
     */
    public SubstituteView add(Actor actor, String principal, SubstituteWish wish) {
        return afterwards(tx.write(work -> {
            Users.queueUp(work);
            return add(work, actor, users.touchable(work, actor, principal), wish);
        }));
    }

    /** Ends one of the caller's, on either side, at once. {@code platform.substitute.not-found}. */
    public void end(Actor actor, String id) {
        long user = Oneself.id(actor);
        tx.write(work -> end(work, user, id));
        doorkeeper.forgetAll();
    }

    /** Ends one of a user who may do no more than the actor. {@code platform.substitute.not-found}. */
    public void end(Actor actor, String user, String id) {
        tx.write(work -> end(work, users.touchable(work, actor, user), id));
        doorkeeper.forgetAll();
    }

    private SubstituteView add(Work work, Actor actor, long principal, SubstituteWish wish) throws SQLException {
        Fields fields = new Fields().required("substitute", wish.substitute(), 64);
        Whiles when = Whiles.read(wish.from(), wish.until(), wish.zone(), work.now(), fields);
        Optional<UserRow> substitute = fields.faults().isEmpty()
                ? Users.find(work, wish.substitute()).filter(UserRow::enabled)
                : Optional.empty();
        if (substitute.isEmpty() && fields.faults().isEmpty()) {
            fields.wrong("substitute", "is no user who is let in");
        }
        lent(work, principal, wish.permissions(), fields);
        fields.orReject("platform.substitute.invalid");
        Span span = new Span(principal, substitute.get().id(), when.from(), when.until());
        if (SubstituteRows.of(work, principal, work.now()).size() >= MOST_OF_ONE) {
            throw new Conflict(
                    "platform.substitute.too-many", "There are as many substitutes as a user may have; end one first.");
        }
        SubstituteRule.check(span, SubstituteRows.open(work, work.now()));
        long id = work.newId();
        SubstituteRows.add(work, id, span, wish.permissions(), actor.ref());
        SubstituteRows.Row row = SubstituteRows.find(work, id, work.now()).orElseThrow();
        Trail.substitute(work, "created", row);
        return row.view();
    }

    /** Only what the principal has can be lent, and never what would make the substitute powerful for good. */
    private void lent(Work work, long principal, Set<String> permissions, Fields fields) throws SQLException {
        if (permissions == null) {
            return;
        }
        if (permissions.isEmpty() || permissions.stream().anyMatch(one -> one == null || one.length() > 200)) {
            fields.wrong("permissions", "is a list of permissions' names, or left out");
            return;
        }
        catalogue.known(permissions);
        Optional<Actor> lender = Identities.account(work, principal);
        Set<String> missing = new TreeSet<>(permissions);
        missing.removeIf(one -> !Lending.NEVER.contains(one)
                && lender.filter(actor -> actor.may(one)).isPresent());
        if (!missing.isEmpty()) {
            fields.wrong("permissions", "holds what cannot be lent: " + String.join(", ", missing));
        }
    }

    private static String end(Work work, long user, String id) throws SQLException {
        SubstituteRows.Row row = SubstituteRows.find(work, Tsid.parse(id), work.now())
                .filter(one -> one.principalId() == user || one.substituteId() == user)
                .orElseThrow(() -> NotFound.of("platform", "substitute", id));
        SubstituteRows.revoke(work, Tsid.parse(id));
        Trail.substitute(work, "revoked", row);
        return id;
    }

    private static List<SubstituteView> views(Work work, long user) throws SQLException {
        return SubstituteRows.of(work, user, work.now()).stream()
                .map(SubstituteRows.Row::view)
                .toList();
    }

    private static List<Substitution> told(List<SubstituteRows.Row> rows) {
        return rows.stream().map(SubstituteRows.Row::is).toList();
    }

    private static boolean isUser(Ref ref) {
        return ref.module().equals("platform") && ref.type().equals("user");
    }

    private SubstituteView afterwards(SubstituteView view) {
        doorkeeper.forgetAll();
        return view;
    }
}
