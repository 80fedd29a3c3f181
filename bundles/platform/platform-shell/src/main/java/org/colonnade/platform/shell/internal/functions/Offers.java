package org.colonnade.platform.shell.internal.functions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.platform.api.problem.NotFound;

/**
 * What the feature repositories offer, read as functions: a feature {@code colonnade-<id>} is the function {@code <id>}, whoever made
 * it. The platform itself and the sum of all functions are none.
 */
final class Offers {

    private static final Pattern NAME = Pattern.compile("colonnade-([a-z][a-z0-9-]{0,40})");
    private static final Set<String> NONE = Set.of("platform", "all");

    private final SortedMap<String, List<Offer>> byId = new TreeMap<>();

    Offers(Collection<Offer> offers) {
        for (Offer offer : offers) {
            String id = idOf(offer.feature());
            if (id != null) {
                byId.computeIfAbsent(id, first -> new ArrayList<>()).add(offer);
            }
        }
    }

    /** The function's id, or null if the feature is no function. */
    static String idOf(String feature) {
        Matcher name = NAME.matcher(feature);
        return name.matches() && !NONE.contains(name.group(1)) ? name.group(1) : null;
    }

    Collection<String> ids() {
        return byId.keySet();
    }

    /**
     * The newest version on offer.
     *
     * @throws NotFound {@code platform.function.not-found}; so only a name that is on offer ever reaches the features service
     */
    Offer newest(String id) {
        List<Offer> versions = id == null ? null : byId.get(id);
        if (versions == null) {
            throw NotFound.of("platform", "function", id);
        }
        return versions.stream().max(Comparator.comparing(Offer::order)).orElseThrow();
    }

    /** The functions of these that need this one, straight or through another. */
    List<String> dependentOn(String id, Collection<String> installed) {
        return installed.stream()
                .filter(other -> !other.equals(id) && needs(other, id))
                .sorted()
                .toList();
    }

    private boolean needs(String id, String needed) {
        return byId.containsKey(id)
                && newest(id).needs().stream()
                        .map(Offers::idOf)
                        .anyMatch(next -> next != null && (next.equals(needed) || needs(next, needed)));
    }
}
