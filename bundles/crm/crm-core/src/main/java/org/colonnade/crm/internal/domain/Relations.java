package org.colonnade.crm.internal.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.colonnade.crm.api.RelationshipDraft;
import org.colonnade.platform.api.Fields;

/** How parties stand to each other: a small vocabulary, each word with the one that the other side says. */
public final class Relations {

    private static final Map<String, String> INVERSE = new TreeMap<>();
    private static final Pattern OWN_WORD = Pattern.compile("x-[a-z][a-z0-9-]{0,49}");
    private static final String OTHER_SIDE = "inverse-of-";

    static {
        pair("employs", "employee-of");
        pair("parent-of", "child-of");
        pair("has-contact", "contact-of");
        pair("manages", "reports-to");
        pair("assists", "assisted-by");
        pair("owns", "owned-by");
        pair("has-member", "member-of");
        pair("refers-to", "referred-by");
        pair("spouse-of", "spouse-of");
        pair("sibling-of", "sibling-of");
        pair("friend-of", "friend-of");
        pair("partner-of", "partner-of");
    }

    private Relations() {}

    private static void pair(String one, String other) {
        INVERSE.put(one, other);
        INVERSE.put(other, one);
    }

    /** What the other side says. */
    public static String inverse(String type) {
        if (type.startsWith(OTHER_SIDE)) {
            return type.substring(OTHER_SIDE.length());
        }
        return INVERSE.getOrDefault(type, OTHER_SIDE + type);
    }

    /** Of a word and its inverse the one under which the record is kept, so that both sides mean the same record. */
    public static boolean keptAsSaid(String type) {
        String inverse = inverse(type);
        return !type.startsWith(OTHER_SIDE) && (!INVERSE.containsKey(type) || type.compareTo(inverse) <= 0);
    }

    /** The faults of a relationship. */
    public static Fields check(RelationshipDraft draft, boolean otherIsParty, boolean toItself) {
        Fields fields = new Fields();
        if (draft.type() == null
                || !INVERSE.containsKey(draft.type())
                        && !OWN_WORD.matcher(draft.type()).matches()) {
            fields.wrong(
                    "type",
                    "is one of " + String.join(", ", INVERSE.keySet()) + ", or a word of your own that begins with x-");
        }
        if (draft.other() == null || !otherIsParty) {
            fields.wrong("other", "is the reference of a party, such as crm:party:0J5XK3T9ZQ1AB");
        } else if (toItself) {
            fields.wrong("other", "is the party itself");
        }
        if (draft.since() != null && draft.until() != null && draft.until().isBefore(draft.since())) {
            fields.wrong("until", "is before since");
        }
        if (years(draft.since()) || years(draft.until())) {
            fields.wrong("since", "dates lie between the years 1 and 9999");
        }
        return fields;
    }

    private static boolean years(LocalDate date) {
        return date != null && (date.getYear() < 1 || date.getYear() > 9999);
    }
}
