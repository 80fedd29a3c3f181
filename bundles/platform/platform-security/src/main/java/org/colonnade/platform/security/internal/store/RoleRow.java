package org.colonnade.platform.security.internal.store;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.MapKeyColumn;
import javax.persistence.Table;
import javax.persistence.Version;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.security.Accounts;

/** A role: a name for a set of permissions, some of which reach a part of the records only. */
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

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "security_role_reach", joinColumns = @JoinColumn(name = "role_id"))
    @MapKeyColumn(name = "permission")
    @Column(name = "reach")
    private Map<String, String> reaches = new TreeMap<>();

    public RoleRow(long id, String name, Set<String> permissions, Map<String, Reach> scopes) {
        this.id = id;
        this.name = name;
        allow(permissions, scopes);
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

    /** How far those permissions reach that do not reach everything. */
    public Map<String, Reach> scopes() {
        Map<String, Reach> scopes = new TreeMap<>();
        reaches.forEach((permission, reach) -> scopes.put(permission, Reach.valueOf(reach)));
        return scopes;
    }

    /** @param scopes how far those reach that do not reach everything */
    public final void allow(Set<String> names, Map<String, Reach> scopes) {
        permissions.retainAll(names);
        permissions.addAll(names);
        reaches.keySet().retainAll(scopes.keySet());
        scopes.forEach((permission, reach) -> reaches.put(permission, reach.name()));
    }

    /** What the API shows. */
    public Accounts.Role view() {
        return new Accounts.Role(name, new TreeSet<>(permissions), scopes());
    }
}
