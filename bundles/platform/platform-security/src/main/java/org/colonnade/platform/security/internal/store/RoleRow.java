package org.colonnade.platform.security.internal.store;

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
import org.colonnade.platform.api.security.Accounts;

/** A role: a name for a set of permissions. */
@Entity
@Table(name = "security_role")
public class RoleRow {

    @Id
    private long id;

    @Version
    private long version;

    private String name;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "security_role_permission", joinColumns = @JoinColumn(name = "role_id"))
    @Column(name = "permission")
    private Set<String> permissions = new TreeSet<>();

    public RoleRow(long id, String name, Set<String> permissions) {
        this.id = id;
        this.name = name;
        this.permissions.addAll(permissions);
    }

    public String name() {
        return name;
    }

    public long version() {
        return version;
    }

    public Set<String> permissions() {
        return Set.copyOf(permissions);
    }

    public Ref ref() {
        return new Ref("platform", "role", name);
    }

    public void allow(Set<String> names) {
        permissions.retainAll(names);
        permissions.addAll(names);
    }

    /** What the API shows. */
    public Accounts.Role view() {
        return new Accounts.Role(name, new TreeSet<>(permissions));
    }
}
