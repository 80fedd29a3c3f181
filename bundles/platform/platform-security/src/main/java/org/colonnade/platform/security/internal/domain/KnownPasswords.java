package org.colonnade.platform.security.internal.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The long passwords that are tried first. Compared as bare letters and digits, with the usual replacements undone ({@code p4ssw0rd}) and
 * trailing digits and signs left out: a year at the end makes a known password no better.
 */
public final class KnownPasswords {

    private static final Pattern TAIL = Pattern.compile("[^\\p{L}]+$");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{M}]");
    private static final String REPLACEMENTS = "0o1i3e4a5s7t8b@a$s!i";

    private final Set<String> asWritten;
    private final Set<String> bare;

    KnownPasswords(Set<String> lines) {
        asWritten = Set.copyOf(lines);
        bare = lines.stream()
                .map(KnownPasswords::bare)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The list that comes with the platform. */
    public static KnownPasswords bundled() {
        try (InputStream list = KnownPasswords.class.getResourceAsStream("/known-passwords.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return new KnownPasswords(
                    lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The bundle's own list of known passwords cannot be read", unreadable);
        }
    }

    /** @param password folded to lower case */
    boolean contains(String password) {
        return asWritten.contains(password) || bare.contains(bare(password));
    }

    private static String bare(String password) {
        StringBuilder plain = new StringBuilder(TAIL.matcher(password).replaceAll(""));
        for (int i = 0; i < REPLACEMENTS.length(); i += 2) {
            replace(plain, REPLACEMENTS.charAt(i), REPLACEMENTS.charAt(i + 1));
        }
        return NO_LETTER.matcher(plain).replaceAll("");
    }

    private static void replace(StringBuilder text, char sign, char letter) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == sign) {
                text.setCharAt(i, letter);
            }
        }
    }
}
