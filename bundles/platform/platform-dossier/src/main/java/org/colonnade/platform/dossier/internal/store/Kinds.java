package org.colonnade.platform.dossier.internal.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;

/** How references lie in the tables: the kind and the record's id, and beside it the number by which lists join their own rows. */
public final class Kinds {

    private Kinds() {}

    /** {@code module:type}. */
    public static String of(Ref ref) {
        return ref.module() + ':' + ref.type();
    }

    /** A reference again. */
    public static Ref ref(String kind, String id) {
        int colon = kind.indexOf(':');
        return new Ref(kind.substring(0, colon), kind.substring(colon + 1), id);
    }

    /** The record's number if its id is a TSID, else null. */
    static Long number(String id) {
        long number = Tsid.parse(id);
        return number < 0 ? null : number;
    }

    /** The ids of the references by kind. */
    static Map<String, Set<String>> grouped(Collection<Ref> refs) {
        Map<String, Set<String>> grouped = new LinkedHashMap<>();
        refs.forEach(ref ->
                grouped.computeIfAbsent(of(ref), any -> new LinkedHashSet<>()).add(ref.id()));
        return grouped;
    }
}
