package org.colonnade.platform.store.internal.company;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The tables whose rows belong to a company each, as far as the functions on this store have brought them. */
public final class CompanyTables {

    private final Runnable changed;
    private volatile Set<String> names = Set.of();

    /** @param changed told whenever there are more */
    CompanyTables(Runnable changed) {
        this.changed = changed;
    }

    /** These belong to companies too. */
    synchronized void add(Collection<String> more) {
        if (!names.containsAll(more)) {
            Set<String> all = new HashSet<>(names);
            all.addAll(more);
            names = Set.copyOf(all);
            changed.run();
        }
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    /** Whether a statement has the name of such a table anywhere in it. */
    boolean touchedBy(String sql) {
        return count(sql, false) > 0;
    }

    /** How often a statement names such a table; a name beside a dot is a column or tells one apart. */
    int mentions(String sql) {
        return count(sql, true);
    }

    private int count(String sql, boolean alone) {
        Set<String> known = names;
        int count = 0;
        int at = 0;
        while (at < sql.length()) {
            int end = at;
            while (end < sql.length() && isOfName(sql.charAt(end))) {
                end++;
            }
            boolean named = end > at && known.contains(sql.substring(at, end).toLowerCase(Locale.ROOT));
            if (named && !(alone && besideDot(sql, at, end))) {
                count++;
            }
            at = end == at ? at + 1 : end;
        }
        return count;
    }

    private static boolean besideDot(String sql, int begin, int end) {
        return end < sql.length() && sql.charAt(end) == '.' || begin > 0 && sql.charAt(begin - 1) == '.';
    }

    private static boolean isOfName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }
}
