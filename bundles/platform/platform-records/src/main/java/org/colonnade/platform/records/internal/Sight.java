package org.colonnade.platform.records.internal;

import java.util.Map;
import org.colonnade.platform.records.internal.rights.Access;

/** What somebody sees of the records of one kind: the one place that asks for rights to fields, whatever the channel. */
final class Sight {

    /** Everything. */
    static final Sight CLEAR = new Sight(Map.of());

    /** What stands where a text is hidden. */
    private static final String MASK = "•••";

    private final Map<String, Access> left;

    Sight(Map<String, Access> left) {
        this.left = left;
    }

    boolean clear() {
        return left.isEmpty();
    }

    /** Whether filters, sorts and searches may go by it. */
    boolean plain(String field) {
        return access(field).compareTo(Access.READ) >= 0;
    }

    boolean writable(String field) {
        return access(field) == Access.WRITE;
    }

    boolean hidden(String field) {
        return access(field) == Access.NONE;
    }

    /** The value as it is shown. */
    Object shown(String field, Object value) {
        return switch (access(field)) {
            case NONE -> null;
            case MASK -> value instanceof String ? MASK : null;
            default -> value;
        };
    }

    private Access access(String field) {
        return left.getOrDefault(field, Access.WRITE);
    }
}
