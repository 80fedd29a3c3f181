package org.colonnade.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables of a function carry its id, so that no two functions ever want the same one. */
public final class TableRule {

    private static final Pattern TABLE = Pattern.compile(
            "create\\s+(?:(?:global|local|temporary|temp|cached|memory|unlogged)\\s+)*(?:table|sequence|(?:materialized\\s+)?view)\\s+"
                    + "(?:if\\s+not\\s+exists\\s+)?[\"`]?([\\w.]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ALTERED = Pattern.compile(
            "(?:alter|drop)\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?[\"`]?([\\w.]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT = Pattern.compile("<persistence-unit\\s[^>]*\\bname=\"([^\"]*)\"");
    private static final Pattern LISTED = Pattern.compile("<class>\\s*([^<]*?)\\s*</class>");
    private static final String ENTITY = "javax.persistence.Entity";

    private TableRule() {}

    /** Tables of a strange prefix, a persistence unit of another name, and rows that it does not list. */
    public static List<String> faults(FunctionFolder function, String module) {
        List<String> faults = new ArrayList<>();
        for (Path script : FunctionFolder.files(function.coreClasses().resolve("db"), ".sql")) {
            String sql = read(script).replaceAll("(?m)--.*$", "");
            String file = function.coreClasses().relativize(script) + ": ";
            strange(TABLE.matcher(sql), module, file + "creates ", faults);
            strange(ALTERED.matcher(sql), module, file + "changes ", faults);
        }
        unit(function, module, faults);
        return faults;
    }

    private static void strange(Matcher tables, String module, String what, List<String> faults) {
        while (tables.find()) {
            String table = tables.group(1).toLowerCase(Locale.ROOT);
            if (!table.startsWith(module.replace('-', '_') + '_')) {
                faults.add(what + table + ", which does not begin with " + module + '_');
            }
        }
    }

    private static void unit(FunctionFolder function, String module, List<String> faults) {
        Path persistence = function.coreClasses().resolve("META-INF/persistence.xml");
        String xml = Files.isRegularFile(persistence) ? read(persistence) : "";
        Matcher unit = UNIT.matcher(xml);
        if (unit.find() && !unit.group(1).equals(module)) {
            faults.add("the persistence unit is called " + unit.group(1) + ", not " + module);
        }
        List<String> listed =
                LISTED.matcher(xml).results().map(found -> found.group(1)).toList();
        Bytecode.classes(function.coreClasses()).stream()
                .filter(type -> Bytecode.annotation(type, ENTITY).isPresent())
                .map(Bytecode::name)
                .filter(type -> !listed.contains(type))
                .forEach(type -> faults.add("persistence.xml does not list " + type));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
