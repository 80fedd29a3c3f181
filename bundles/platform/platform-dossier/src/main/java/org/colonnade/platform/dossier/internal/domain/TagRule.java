package org.colonnade.platform.dossier.internal.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.dossier.Tags;

/** What a tag may be, and which ones are the same. */
public final class TagRule {

    private TagRule() {}

    /** Notes what is wrong with a list of tags. */
    public static void check(Collection<String> tags, Fields faults) {
        if (tags == null) {
            return;
        }
        int i = 0;
        for (String tag : tags) {
            String field = "tags[" + i++ + ']';
            faults.required(field, tag, Tags.LONGEST);
            if (tag != null && !tag.isBlank() && Fields.storable(tag)) {
                String key = Folded.text(tag);
                if (key.isEmpty() || key.length() > 2 * Tags.LONGEST) {
                    faults.wrong(field, key.isEmpty() ? "is required" : "is too long when it is written out");
                }
            }
        }
        if (keyed(tags).size() > Tags.MOST) {
            faults.wrong("tags", "has more than " + Tags.MOST + " tags");
        }
    }

    /** The tags by key, in their order; of those that are the same the first. */
    public static Map<String, String> keyed(Collection<String> tags) {
        Map<String, String> keyed = new LinkedHashMap<>();
        for (String tag : tags) {
            if (tag != null) {
                keyed.putIfAbsent(Folded.text(tag), tag.strip());
            }
        }
        return keyed;
    }
}
