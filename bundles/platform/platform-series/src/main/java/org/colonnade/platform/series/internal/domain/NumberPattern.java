package org.colonnade.platform.series.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.platform.api.series.Reset;

/**
 * How the numbers of a series read: plain text with {@code {number:5}}, {@code {year}}, {@code {year2}}, {@code {endyear}} and
 * {@code {month}}.
 */
public final class NumberPattern {

    private static final Pattern PART = Pattern.compile("\\{(number|year|year2|endyear|month)(?::([1-9]|1[0-8]))?}");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\-/._# ]*");

    private final List<Part> parts;

    private NumberPattern(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * A piece of the text.
     *
     * @param name what it stands for; null for plain text
     * @param plain the plain text
     * @param digits how many digits at least
     */
    private record Part(String name, String plain, int digits) {

        boolean is(String other) {
            return other.equals(name);
        }
    }

    /** Reads a pattern. @throws IllegalArgumentException whose message says what is wrong with it */
    public static NumberPattern of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher found = PART.matcher(text);
        int from = 0;
        while (found.find()) {
            plain(parts, text.substring(from, found.start()));
            String name = found.group(1);
            if (found.group(2) != null && !name.equals("number")) {
                throw new IllegalArgumentException("only {number} takes a length");
            }
            parts.add(new Part(name, null, found.group(2) == null ? width(name) : Integer.parseInt(found.group(2))));
            from = found.end();
        }
        plain(parts, text.substring(from));
        NumberPattern pattern = new NumberPattern(List.copyOf(parts));
        if (pattern.count("number") != 1) {
            throw new IllegalArgumentException("needs {number} once");
        }
        return pattern;
    }

    private static int width(String name) {
        return switch (name) {
            case "year", "endyear" -> 4;
            case "number" -> 1;
            default -> 2;
        };
    }

    private static void plain(List<Part> parts, String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "takes letters, digits, - / . _ # and blanks, and {number:5}, {year}, {year2}, {endyear}, {month}");
        }
        if (!text.isEmpty()) {
            parts.add(new Part(null, text, 0));
        }
    }

    private long count(String name) {
        return parts.stream().filter(part -> part.is(name)).count();
    }

    /** Whether numbers of different periods read differently. */
    public boolean tells(Reset reset) {
        boolean year = count("year") + count("year2") + count("endyear") > 0;
        return switch (reset) {
            case NEVER -> true;
            case YEARLY -> year;
            case MONTHLY -> year && count("month") > 0;
        };
    }

    /** The number as people write it. */
    public String text(Period period, long number) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part.name() == null) {
                text.append(part.plain());
            } else {
                String digits = Long.toString(value(part, period, number));
                text.append("0".repeat(Math.max(0, part.digits() - digits.length())))
                        .append(digits);
            }
        }
        return text.toString();
    }

    private static long value(Part part, Period period, long number) {
        return switch (part.name().toLowerCase(Locale.ROOT)) {
            case "year" -> period.year();
            case "year2" -> period.year() % 100;
            case "endyear" -> period.endYear();
            case "month" -> period.month();
            default -> number;
        };
    }

    /** Whether the other one differs at most in how many digits a number has: then the same text is the same number. */
    public boolean countsLike(NumberPattern other) {
        return lengthless().equals(other.lengthless());
    }

    private List<Part> lengthless() {
        return parts.stream()
                .map(part -> part.is("number") ? new Part("number", null, 1) : part)
                .toList();
    }

    /** Whether a number of this pattern may read like one of another. */
    public boolean mayEqual(NumberPattern other) {
        List<Sign> mine = signs();
        List<Sign> theirs = other.signs();
        boolean[][] seen = new boolean[mine.size() + 1][theirs.size() + 1];
        List<int[]> open = new ArrayList<>(List.of(new int[] {0, 0}));
        while (!open.isEmpty()) {
            int[] at = open.remove(open.size() - 1);
            if (at[0] == mine.size() && at[1] == theirs.size()) {
                return true;
            }
            if (seen[at[0]][at[1]] || at[0] == mine.size() || at[1] == theirs.size()) {
                continue;
            }
            seen[at[0]][at[1]] = true;
            step(mine.get(at[0]), theirs.get(at[1]), at, open);
        }
        return false;
    }

    private static void step(Sign one, Sign two, int[] at, List<int[]> open) {
        if (!one.meets(two)) {
            return;
        }
        open.add(new int[] {at[0] + 1, at[1] + 1});
        if (one.more()) {
            open.add(new int[] {at[0], at[1] + 1});
        }
        if (two.more()) {
            open.add(new int[] {at[0] + 1, at[1]});
        }
    }

    /** One character of a text: a certain one or, where it is 0, any digit, of which more may follow. */
    private record Sign(char letter, boolean more) {

        boolean meets(Sign other) {
            if (letter == 0 || other.letter == 0) {
                return (letter == 0 || digit(letter)) && (other.letter == 0 || digit(other.letter));
            }
            return letter == other.letter;
        }

        private static boolean digit(char letter) {
            return letter >= '0' && letter <= '9';
        }
    }

    private List<Sign> signs() {
        List<Sign> signs = new ArrayList<>();
        for (Part part : parts) {
            if (part.name() == null) {
                part.plain().chars().forEach(letter -> signs.add(new Sign((char) letter, false)));
            } else {
                for (int i = 1; i <= part.digits(); i++) {
                    signs.add(new Sign((char) 0, part.is("number") && i == part.digits()));
                }
            }
        }
        return signs;
    }
}
