package org.colonnade.platform.shell.internal.console;

import java.io.IOException;
import org.apache.karaf.shell.api.console.Session;

/** Asks whoever sits at the console for something that must not be seen. Never an argument: those are shown by ps and kept in histories. */
public final class SecretEntry {

    /** The session's variable that holds the {@link Asker} where there is no terminal to read from. */
    static final String ASKER = "colonnade.asker";

    private SecretEntry() {}

    /** The line that was typed; empty when nobody answers. */
    public static char[] ask(Session session, String prompt) throws IOException {
        if (session.get(ASKER) instanceof Asker asker) {
            return asker.ask(prompt).toCharArray();
        }
        return session.readLine(prompt, '\0').toCharArray();
    }

    /** Gets one line from the other end. */
    @FunctionalInterface
    interface Asker {
        String ask(String prompt) throws IOException;
    }
}
