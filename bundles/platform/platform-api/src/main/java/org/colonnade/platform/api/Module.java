package org.colonnade.platform.api;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.record.RecordDesk;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A function, or a part of the platform, as it presents itself: one service, registered when everything behind it is ready, so a
 * function arrives and leaves as a whole.
 */
@ConsumerType
public interface Module {

    /** The function's id, {@code [a-z][a-z0-9-]*}: the prefix of its permissions and references. */
    String id();

    /** What people call it, by language tag; {@code en} and {@code th} at least. */
    Map<String, String> labels();

    /** The path below {@code /api/} where its resources answer; several modules may share one. */
    default String path() {
        return id();
    }

    /** Everything that a role may allow here. */
    List<Permission> permissions();

    /** The records whose upkeep the platform does; their resources come besides {@link #resources}. */
    default List<RecordDesk<?, ?>> records() {
        return List.of();
    }

    /**
     * The JAX-RS resources, singletons. Each resource method declares {@link org.colonnade.platform.api.web.Requires} or
     * {@link org.colonnade.platform.api.web.Open}; a module with one that does neither is refused.
     */
    List<Object> resources();
}
