package org.colonnade.testkit.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;

/** What a module may be asked for. */
public final class PermissionRule {

    private static final List<String> LANGUAGES = List.of("en", "th");

    private PermissionRule() {}

    /** Permissions declared twice, of a strange prefix or without a label, and a module without its own. */
    public static List<String> faults(Module module) {
        List<String> faults = new ArrayList<>();
        labels("the module", module.labels(), faults);
        Set<String> names = new HashSet<>();
        for (Permission permission : module.permissions()) {
            if (!names.add(permission.name())) {
                faults.add(permission.name() + " is declared twice");
            }
            if (!permission.name().startsWith(module.id() + '.')
                    && !permission.name().startsWith(module.path() + '.')) {
                faults.add(permission.name() + " begins neither with the module's id nor with its path");
            }
            labels(permission.name(), permission.labels(), faults);
        }
        return faults;
    }

    private static void labels(String what, Map<String, String> labels, List<String> faults) {
        for (String language : LANGUAGES) {
            if (labels.getOrDefault(language, "").isBlank()) {
                faults.add(what + " has no label in " + language);
            }
        }
    }
}
