package org.colonnade.platform.api;

import java.util.Map;
import java.util.Objects;

/**
 * Something that a role may allow.
 *
 * @param name {@code <module>.<record or desk>.<action>}, such as {@code crm.party.read}
 * @param labels what it is called, by language tag ({@code en}, {@code th})
 * @param scoped whether a role may allow it for the own records or those of the team only
 */
public record Permission(String name, Map<String, String> labels, boolean scoped) {

    public Permission {
        if (name == null || !name.matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*){1,3}")) {
            throw new IllegalArgumentException("A permission reads module.record.action: " + name);
        }
        labels = Map.copyOf(Objects.requireNonNull(labels, "labels"));
    }

    /** A permission that reaches everything. */
    public Permission(String name, Map<String, String> labels) {
        this(name, labels, false);
    }

    /**
     * The same, as one that a role may allow for a part of the records.
     *
     * @since 1.2
     */
    public Permission forScopes() {
        return new Permission(name, labels, true);
    }

    /** A permission with its two labels. */
    public static Permission of(String name, String english, String thai) {
        return new Permission(name, Map.of("en", english, "th", thai));
    }
}
