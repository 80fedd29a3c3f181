package org.colonnade.platform.security.internal.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Version;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.security.internal.domain.TeamKey;

/** A team; its members are rows of their own. Teams are never deleted: records keep pointing at them. */
@Entity
@Table(name = "security_team")
public class TeamRow {

    @Id
    private long id;

    @Version
    private long version;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "parent_id")
    private Long parentId;

    private boolean archived;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    public TeamRow(long id, String name, String displayName, Long parentId, Instant now) {
        this.id = id;
        this.name = name;
        this.nameKey = TeamKey.key(name);
        this.displayName = displayName;
        this.parentId = parentId;
        this.createdAt = now.atOffset(ZoneOffset.UTC);
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

    public String displayName() {
        return displayName;
    }

    /** The id of the team above it, or null. */
    public Long parentId() {
        return parentId;
    }

    public boolean archived() {
        return archived;
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }

    public Ref ref() {
        return Ref.of("platform", "team", id);
    }

    /** Calls it otherwise, and puts it elsewhere. */
    public void change(String newDisplayName, Long newParent) {
        displayName = newDisplayName;
        parentId = newParent;
    }

    /** Puts it away, or brings it back. */
    public void archive(boolean away) {
        archived = away;
    }
}
