package org.colonnade.platform.shell.internal.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The terminal in which the client was started, worked with stty. */
final class Tty {

    private static final int COLUMNS = 80;
    private static final int ROWS = 24;

    private Tty() {}

    /** Hands each key on as it is pressed; what a key means is decided at the other end. */
    static String raw() throws IOException {
        String before = stty("-g");
        stty("raw -echo");
        return before;
    }

    static void restore(String settings) throws IOException {
        if (settings.matches("[0-9a-fA-F:=]+")) {
            stty(settings);
        }
    }

    /** Columns and rows. */
    static int[] size() {
        try {
            String[] rowsAndColumns = stty("size").split(" ");
            int rows = Integer.parseInt(rowsAndColumns[0]);
            int columns = Integer.parseInt(rowsAndColumns[1]);
            return rows > 0 && columns > 0 ? new int[] {columns, rows} : new int[] {COLUMNS, ROWS};
        } catch (IOException | RuntimeException noTerminal) {
            return new int[] {COLUMNS, ROWS};
        }
    }

    private static String stty(String arguments) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", "stty " + arguments + " < /dev/tty")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
    }
}
