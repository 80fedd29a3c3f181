package org.colonnade.platform.shell.internal.client;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Joins the words of a command as the platform's shell reads them. */
final class CommandLine {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+,=-]+");

    private CommandLine() {}

    /** A single word is a line by itself and goes over as it is; several keep their borders. */
    static String of(List<String> words) {
        if (words.size() == 1) {
            return words.get(0);
        }
        return words.stream().map(CommandLine::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return '"' + word.replaceAll("([\\\\\"$])", "\\\\$1") + '"';
    }
}
