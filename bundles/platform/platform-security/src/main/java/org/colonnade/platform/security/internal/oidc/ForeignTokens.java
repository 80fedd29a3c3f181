package org.colonnade.platform.security.internal.oidc;

import com.nimbusds.jwt.SignedJWT;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.NewUsers;
import org.colonnade.platform.security.internal.domain.SignInName;
import org.colonnade.platform.security.internal.store.Identities;
import org.colonnade.platform.security.internal.store.Identity;
import org.colonnade.platform.security.internal.store.Subjects;
import org.colonnade.platform.security.internal.store.UserRow;
import org.colonnade.platform.security.internal.store.Users;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows callers by the access tokens of configured issuers. Whom an issuer names is found by its subject; the first time, by the sign-in
 * name, and from then on the two belong together: a name that the issuer gives to somebody else later opens nothing.
 */
@Component(service = ForeignTokens.class)
public final class ForeignTokens {

    private static final Logger LOG = LoggerFactory.getLogger(ForeignTokens.class);
    private static final String BEGINS = "ey";
    private static final int LONGEST_ISSUER = 300;

    /** A token of these is no row of ours. */
    private static final long NO_ROW = -1;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final List<Issuer> issuers = new CopyOnWriteArrayList<>();

    private final Tx tx;
    private final NewUsers newUsers;

    @Activate
    public ForeignTokens(@Reference(target = "(module=security)") Tx tx, @Reference NewUsers newUsers) {
        this.tx = tx;
        this.newUsers = newUsers;
    }

    /** Takes tokens of one more issuer. */
    public void add(Issuer issuer) {
        issuers.add(issuer);
    }

    /** Whether the text may be such a token, and anybody judges them. */
    public boolean mayJudge(String token) {
        return token != null && token.startsWith(BEGINS) && token.indexOf('.') > 0 && !issuers.isEmpty();
    }

    /** Who stands behind it; empty if it is not good or names nobody who is let in. */
    public Optional<Identity> behind(String token) {
        Optional<Visitor> visitor = visitor(token);
        if (visitor.isEmpty()) {
            return Optional.empty();
        }
        Optional<Subjects.Known> known = tx.read(work -> known(work, visitor.get()));
        if (known.isEmpty()) {
            String hash = visitor.get().makeUser() ? newUsers.unknowable() : null;
            known = tx.write(work -> firstSeen(work, visitor.get(), hash));
        }
        Optional<Subjects.Known> subject =
                known.filter(one -> one.takes(visitor.get().issuedAt()));
        return subject.flatMap(one -> tx.read(work -> Identities.account(work, one.user())))
                .map(actor -> identity(actor, visitor.get()));
    }

    private Optional<Visitor> visitor(String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            String named = signed.getJWTClaimsSet().getIssuer();
            return issuers.stream()
                    .filter(issuer -> issuer.is(named))
                    .findFirst()
                    .flatMap(one -> one.judged(signed));
        } catch (ParseException | RuntimeException none) {
            LOG.debug("What looks like a token of an issuer is none", none);
            return Optional.empty();
        }
    }

    private static Optional<Subjects.Known> known(Work work, Visitor visitor) throws SQLException {
        return Subjects.find(work, visitor.issuer(), visitor.subject());
    }

    /** Meets somebody for the first time; only one of those who try at once makes the user. */
    private Optional<Subjects.Known> firstSeen(Work work, Visitor visitor, String hash) throws SQLException {
        Users.queueUp(work);
        Optional<Subjects.Known> meanwhile = known(work, visitor);
        if (meanwhile.isPresent()
                || !SignInName.fits(visitor.user())
                || visitor.issuer().length() > LONGEST_ISSUER) {
            return meanwhile;
        }
        Optional<UserRow> user = Users.find(work, visitor.user());
        if (user.isPresent()
                && (!user.get().enabled()
                        || Subjects.isBound(work, visitor.issuer(), user.get().id()))) {
            return Optional.empty();
        }
        if (user.isEmpty() && !visitor.makeUser()) {
            return Optional.empty();
        }
        UserRow row = user.isPresent() ? user.get() : newUsers.make(work, visitor.user(), visitor.displayName(), hash);
        Subjects.bind(work, visitor.issuer(), visitor.subject(), row.id());
        newUsers.bound(work, row, visitor.issuer());
        return known(work, visitor);
    }

    private static Identity identity(Actor account, Visitor visitor) {
        return new Identity(
                NO_ROW,
                narrowed(account, visitor.permissions()),
                visitor.until(),
                visitor.until(),
                visitor.permissions());
    }

    private static Actor narrowed(Actor account, Set<String> permissions) {
        return permissions == null ? account : Identity.narrowed(account, permissions);
    }
}
