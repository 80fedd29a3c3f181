package org.colonnade.platform.shell.internal.wire;

import java.util.List;

/**
 * What a client says first.
 *
 * @param command the command to run, or empty for a console to work in
 * @param folder where the client stands; relative paths in a command begin there
 * @param terminal the terminal's type, such as {@code xterm-256color}
 * @param columns its width
 * @param rows its height
 */
public record Greeting(String command, String folder, String terminal, int columns, int rows) {

    private static final String BETWEEN = "\0";
    private static final int PARTS = 5;

    public boolean interactive() {
        return command.isEmpty();
    }

    public Frame frame() {
        List<String> parts = List.of(command, folder, terminal, Integer.toString(columns), Integer.toString(rows));
        return Frame.of(Frame.Kind.GREETING, String.join(BETWEEN, parts));
    }

    /** @throws IllegalArgumentException if the frame is no greeting */
    public static Greeting read(Frame frame) {
        if (frame == null || frame.kind() != Frame.Kind.GREETING) {
            throw new IllegalArgumentException("A client greets first");
        }
        String[] parts = frame.text().split(BETWEEN, -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("The greeting has " + parts.length + " parts");
        }
        return new Greeting(parts[0], parts[1], parts[2], Integer.parseInt(parts[3]), Integer.parseInt(parts[4]));
    }
}
