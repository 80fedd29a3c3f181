package org.colonnade.platform.dossier.internal.calendar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * A file of calendars, cut into its components before any of them is read: one that is broken does not take the others with it.
 *
 * @param pieces the components of all its calendars, in their order
 */
record CalendarFile(List<Piece> pieces) {

    /**
     * One component, unfolded.
     *
     * @param calendar in which calendar of the file it stands, from 0
     * @param name in upper case
     * @param line the line of the file in which it begins, from 1
     * @param text its lines
     * @param header the lines of the calendar around it
     * @param whole whether its end was found
     */
    record Piece(int calendar, String name, int line, String text, List<String> header, boolean whole) {}

    static CalendarFile cut(String text) {
        Cutter cutter = new Cutter();
        int number = 0;
        int first = 1;
        StringBuilder logical = new StringBuilder();
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            boolean more = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t') && logical.length() > 0;
            if (more) {
                logical.append(line, 1, line.length());
                continue;
            }
            cutter.take(logical.toString(), first);
            logical.setLength(0);
            logical.append(line);
            first = number;
        }
        cutter.take(logical.toString(), first);
        cutter.end();
        return new CalendarFile(cutter.pieces);
    }

    /** Follows BEGIN and END. */
    private static final class Cutter {

        private static final String CALENDAR = "VCALENDAR";

        private final List<Piece> pieces = new ArrayList<>();
        private final Deque<String> open = new ArrayDeque<>();
        private List<String> header = new ArrayList<>();
        private StringBuilder piece;
        private int line;
        private int calendar = -1;

        void take(String logical, int number) {
            String mark = logical.strip().toUpperCase(Locale.ROOT);
            if (mark.equals("BEGIN:" + CALENDAR)) {
                end();
                calendar++;
                header = new ArrayList<>();
            } else if (mark.equals("END:" + CALENDAR)) {
                end();
            } else if (mark.startsWith("BEGIN:")) {
                begin(mark.substring("BEGIN:".length()), number);
                add(logical);
            } else if (mark.startsWith("END:") && !open.isEmpty()) {
                add(logical);
                close(mark.substring("END:".length()));
            } else if (!mark.isEmpty()) {
                add(logical);
            }
        }

        private void begin(String name, int number) {
            if (open.isEmpty()) {
                piece = new StringBuilder();
                line = number;
            }
            open.push(name);
        }

        private void close(String name) {
            if (!open.peek().equals(name)) {
                // the parser will say what is wrong with it
                return;
            }
            String outer = open.pop();
            if (open.isEmpty()) {
                pieces.add(new Piece(calendar, outer, line, piece.toString(), header, true));
                piece = null;
            }
        }

        /** What has no end is a piece too. */
        private void end() {
            if (piece != null) {
                pieces.add(new Piece(calendar, open.peekLast(), line, piece.toString(), header, false));
                piece = null;
            }
            open.clear();
        }

        private void add(String logical) {
            if (piece == null) {
                header.add(logical.strip());
            } else {
                piece.append(logical).append("\r\n");
            }
        }
    }
}
