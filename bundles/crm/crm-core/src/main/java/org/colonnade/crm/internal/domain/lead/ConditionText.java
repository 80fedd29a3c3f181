package org.colonnade.crm.internal.domain.lead;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.platform.api.Fields;

/** What conditions of rules may ask of a lead: what it says itself, not what the platform keeps of it. */
public final class ConditionText {

    private static final Pattern NAME = Pattern.compile("(?:^|[;,(])\\s*([A-Za-z][A-Za-z0-9.]*)");
    private static final Set<String> OF_THE_PLATFORM =
            Set.of("id", "version", "archived", "createdAt", "createdBy", "changedAt", "changedBy");

    private ConditionText() {}

    /** Notes fields that cannot be asked for. @param also fields that would turn the rule on itself */
    public static void look(Fields faults, String condition, Set<String> also) {
        Matcher names = NAME.matcher(condition == null ? "" : condition);
        while (names.find()) {
            String name = names.group(1);
            if (OF_THE_PLATFORM.contains(name) || name.startsWith("custom.")) {
                faults.wrong("condition", "asks for '" + name + "'; receivedAt and the lead's own fields can be asked for");
            } else if (also.contains(name)) {
                faults.wrong("condition", "asks for '" + name + "', which rules like this one decide");
            }
        }
    }
}
