package org.colonnade.platform.security.internal.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.TokenView;

/** The tokens' table, as their owners see it. */
public final class Tokens {

    private static final int SHOWN = 1000;
    private static final String OF_USER =
            "select t from TokenRow t where t.userId = :user and t.expiresAt > :now order by t.id desc";
    private static final String OF_KIND =
            "select t from TokenRow t where t.userId = :user and t.kind = :kind order by t.id";
    private static final String BY_SECRET = "select t from TokenRow t where t.fingerprint = :fingerprint";
    private static final String END_ALL = "delete from TokenRow t where t.userId = :user and t.fingerprint <> :spared";
    private static final String END_KIND =
            "delete from TokenRow t where t.userId = :user and t.kind = :kind and t.fingerprint <> :spared";
    private static final String WIDEN =
            "update TokenRow t set t.narrowedTo = null where t.fingerprint = :fingerprint and t.kind = :kind";
    private static final String END_ONE = "delete from TokenRow t where t.id = :id";
    private static final String END_EXPIRED = "delete from TokenRow t where t.userId = :user and t.expiresAt <= :now";
    private static final String NONE = "-";

    private Tokens() {}

    public static TokenRow insert(Work work, TokenRow row) {
        work.unwrap(EntityManager.class).persist(row);
        return row;
    }

    /** The user's tokens that still work, newest first. */
    public static List<TokenView> of(Work work, long user) {
        return work
                .unwrap(EntityManager.class)
                .createQuery(OF_USER, TokenRow.class)
                .setParameter("user", user)
                .setParameter("now", work.now().atOffset(ZoneOffset.UTC))
                .setMaxResults(SHOWN)
                .getResultList()
                .stream()
                .map(TokenRow::view)
                .toList();
    }

    /** The user's tokens of a kind, oldest first. */
    public static List<TokenRow> ofKind(Work work, long user, TokenKind kind) {
        return work.unwrap(EntityManager.class)
                .createQuery(OF_KIND, TokenRow.class)
                .setParameter("user", user)
                .setParameter("kind", kind)
                .getResultList();
    }

    public static Optional<TokenRow> bySecret(Work work, String fingerprint) {
        return work
                .unwrap(EntityManager.class)
                .createQuery(BY_SECRET, TokenRow.class)
                .setParameter("fingerprint", fingerprint)
                .getResultList()
                .stream()
                .findFirst();
    }

    public static Optional<TokenRow> find(Work work, long id) {
        return Optional.ofNullable(work.unwrap(EntityManager.class).find(TokenRow.class, id));
    }

    /** Ends one; that it has gone already is as good. */
    public static void end(Work work, TokenRow row) {
        work.unwrap(EntityManager.class)
                .createQuery(END_ONE)
                .setParameter("id", row.id())
                .executeUpdate();
    }

    /** Ends all of the user, those of issuers too. */
    public static void endAll(Work work, long user) throws SQLException {
        endOthers(work, user, NONE);
    }

    /** Ends all tokens of the user but the one with this fingerprint. */
    public static void endOthers(Work work, long user, String spared) throws SQLException {
        Subjects.endTokens(work, user);
        work.unwrap(EntityManager.class)
                .createQuery(END_ALL)
                .setParameter("user", user)
                .setParameter("spared", spared)
                .executeUpdate();
    }

    /** Ends all sign-ins of the user but the one with this fingerprint. */
    public static void endSignInsBut(Work work, long user, String spared) {
        work.unwrap(EntityManager.class)
                .createQuery(END_KIND)
                .setParameter("user", user)
                .setParameter("kind", TokenKind.SIGN_IN)
                .setParameter("spared", spared)
                .executeUpdate();
    }

    /** A sign-in that carried nothing carries everything: both factors were shown. */
    public static void widen(Work work, String fingerprint) {
        work.unwrap(EntityManager.class)
                .createQuery(WIDEN)
                .setParameter("fingerprint", fingerprint)
                .setParameter("kind", TokenKind.SIGN_IN)
                .executeUpdate();
    }

    /** Clears away what has run out. */
    public static void endExpired(Work work, long user, Instant now) {
        work.unwrap(EntityManager.class)
                .createQuery(END_EXPIRED)
                .setParameter("user", user)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
