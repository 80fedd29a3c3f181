package org.colonnade.platform.records.internal.query;

import java.util.List;

/**
 * A text in which {@code *} stands for any characters, also none.
 *
 * @param pieces what stands between the stars, in order; at least two
 */
public record Wildcard(List<String> pieces) {

    public Wildcard {
        pieces = List.copyOf(pieces);
    }

    /** For {@code LIKE … ESCAPE '!'}. */
    public String pattern() {
        return String.join(
                "%",
                pieces.stream()
                        .map(piece ->
                                piece.replace("!", "!!").replace("%", "!%").replace("_", "!_"))
                        .toList());
    }

    /** Whether a text looks so. */
    public boolean matches(String text) {
        String first = pieces.get(0);
        String last = pieces.get(pieces.size() - 1);
        if (text.length() < first.length() + last.length() || !text.startsWith(first) || !text.endsWith(last)) {
            return false;
        }
        int at = first.length();
        int end = text.length() - last.length();
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            int found = text.indexOf(piece, at);
            if (found < 0 || found + piece.length() > end) {
                return false;
            }
            at = found + piece.length();
        }
        return true;
    }
}
