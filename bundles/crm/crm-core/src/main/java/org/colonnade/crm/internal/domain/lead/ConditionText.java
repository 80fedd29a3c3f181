package org.colonnade.crm.internal.domain.lead;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.platform.api.Fields;

/** What conditions of rules may not ask of a lead. */
public final class ConditionText {

    private static final Pattern NAME = Pattern.compile("(?:^|[;,(])\\s*([A-Za-z][A-Za-z0-9.]*)");

    private ConditionText() {}

    /** Notes fields that cannot be asked for. @param decided those that would turn the rule on itself */
    public static void look(Fields faults, String condition, Set<String> decided) {
        Matcher names = NAME.matcher(condition == null ? "" : condition);
        while (names.find()) {
            if (decided.contains(names.group(1))) {
                faults.wrong("condition", "asks for '" + names.group(1) + "', which rules like this one decide");
            }
        }
    }
}
