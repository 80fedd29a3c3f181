package org.colonnade.platform.security.internal.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.Table;
import javax.persistence.Version;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.security.Accounts;
import org.colonnade.platform.security.internal.domain.SignInName;

/** A user. Users are never deleted, only disabled: what they did keeps pointing at them, also when they were made anonymous. */
@Entity
@Table(name = "security_user")
public class UserRow {

    @Id
    private long id;

    @Version
    private long version;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean enabled;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "security_user_role", joinColumns = @JoinColumn(name = "user_id"))
    @Column(name = "role_name")
    private Set<String> roles = new TreeSet<>();

    public UserRow(long id, String name, String displayName, String passwordHash, Set<String> roles, Instant now) {
        this.id = id;
        this.name = name;
        this.nameKey = SignInName.key(name);
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.enabled = true;
        this.createdAt = now.atOffset(ZoneOffset.UTC);
        this.roles.addAll(roles);
    }

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String name() {
        return name;
    }

    public String nameKey() {
        return nameKey;
    }

    public String displayName() {
        return displayName;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public boolean enabled() {
        return enabled;
    }

    public Set<String> roles() {
        return Set.copyOf(roles);
    }

    public boolean administers() {
        return enabled && roles.contains(Accounts.ADMINISTRATOR);
    }

    public Ref ref() {
        return Ref.of("platform", "user", id);
    }

    public void change(String newDisplayName, Set<String> newRoles, boolean enable) {
        displayName = newDisplayName;
        enabled = enable;
        roles.retainAll(newRoles);
        roles.addAll(newRoles);
    }

    public void passwordHash(String hash) {
        passwordHash = hash;
    }

    /** Makes it nobody's; its id stays. */
    public void erase(String nobodysName, String nobodysDisplayName, String nobodysHash) {
        name = nobodysName;
        nameKey = SignInName.key(nobodysName);
        passwordHash = nobodysHash;
        change(nobodysDisplayName, Set.of(), false);
    }

    /** What the API shows. */
    public Accounts.User view() {
        return new Accounts.User(
                Tsid.text(id), name, displayName, new TreeSet<>(roles), enabled, createdAt.toInstant(), version);
    }
}
