package org.colonnade.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.colonnade.platform.api.Module;

/** The README that a function is understood from. */
public final class ReadmeRule {

    /** The headings that each README has. */
    public static final List<String> HEADINGS =
            List.of("What it does", "Install", "Configuration", "REST", "Events", "Permissions");

    private ReadmeRule() {}

    /** Headings that are missing. */
    public static List<String> headings(Path readme) {
        if (!Files.isRegularFile(readme)) {
            return List.of("there is no " + readme.getFileName() + " in the folder "
                    + readme.toAbsolutePath().getParent().getFileName());
        }
        List<String> present = lines(readme).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+\\s*", "").strip())
                .toList();
        return HEADINGS.stream()
                .filter(heading -> !present.contains(heading))
                .map(heading -> "no heading '" + heading + "'")
                .toList();
    }

    /** Permissions, event types and configuration keys that it does not name. */
    public static List<String> names(Path readme, Module module, Collection<String> events, Collection<String> keys) {
        if (!Files.isRegularFile(readme)) {
            return headings(readme);
        }
        String text = String.join("\n", lines(readme));
        List<String> faults = new ArrayList<>();
        missing(text, module.permissions().stream().map(one -> one.name()), "the permission ", faults);
        missing(text, events.stream(), "the event ", faults);
        missing(text, keys.stream(), "the configuration key ", faults);
        return faults;
    }

    private static void missing(String text, Stream<String> names, String what, List<String> faults) {
        names.filter(name -> !text.matches(
                        "(?s).*(?<![\\w.-])" + java.util.regex.Pattern.quote(name) + "(?![\\w-]|\\.\\w).*"))
                .forEach(name -> faults.add("it does not name " + what + name));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
