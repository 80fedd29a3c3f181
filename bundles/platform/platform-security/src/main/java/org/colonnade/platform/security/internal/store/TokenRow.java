package org.colonnade.platform.security.internal.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.security.internal.TokenView;

/** A token, without its secret. It is deleted when it is revoked, so nothing can bring it back. */
@Entity
@Table(name = "security_token")
public class TokenRow {

    @Id
    private long id;

    @Version
    private long version;

    @Column(name = "user_id")
    private long userId;

    @Enumerated(EnumType.STRING)
    private TokenKind kind;

    private String name;

    private String fingerprint;

    @Column(name = "narrowed_to")
    private String narrowedTo;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "expires_at")
    private OffsetDateTime expiresAt;

    @Column(name = "last_used_at")
    private OffsetDateTime lastUsedAt;

    /**
     * @param fingerprint of the secret
     * @param narrowedTo the only permissions that it carries, or null for all that the user has at each moment
     */
    public TokenRow(
            long id,
            long userId,
            TokenKind kind,
            String name,
            String fingerprint,
            Set<String> narrowedTo,
            Instant now,
            Instant expiresAt) {
        this.id = id;
        this.userId = userId;
        this.kind = kind;
        this.name = name;
        this.fingerprint = fingerprint;
        this.narrowedTo = text(narrowedTo);
        this.createdAt = now.atOffset(ZoneOffset.UTC);
        this.expiresAt = expiresAt.atOffset(ZoneOffset.UTC);
    }

    public long id() {
        return id;
    }

    public long userId() {
        return userId;
    }

    public TokenKind kind() {
        return kind;
    }

    /** What the API shows. */
    public TokenView view() {
        return new TokenView(
                Tsid.text(id),
                name,
                kind.text(),
                createdAt.toInstant(),
                expiresAt.toInstant(),
                lastUsedAt == null ? null : lastUsedAt.toInstant(),
                permissions(narrowedTo));
    }

    /** As it stands in a column. */
    static String text(Set<String> permissions) {
        return permissions == null ? null : String.join(" ", new TreeSet<>(permissions));
    }

    /** The permissions of the column's text: separated by blanks, null for no narrowing. */
    static Set<String> permissions(String narrowedTo) {
        if (narrowedTo == null) {
            return null;
        }
        return narrowedTo.isEmpty() ? Set.of() : new TreeSet<>(Set.of(narrowedTo.split(" ")));
    }
}
