package org.colonnade.platform.shell.internal.command;

import java.io.IOException;
import java.util.Arrays;
import org.apache.karaf.shell.api.console.Session;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.shell.internal.console.SecretEntry;

/** A password that is typed twice where nobody sees it; never an argument. */
final class NewPassword {

    private NewPassword() {}

    /** @throws Rejected {@code platform.password.refused} if the two differ */
    static char[] ask(Session session, String user) throws IOException {
        char[] first = SecretEntry.ask(session, "New password of " + user + ": ");
        char[] second = SecretEntry.ask(session, "Once more: ");
        try {
            if (Arrays.equals(first, second)) {
                return first.clone();
            }
            throw new Rejected("platform.password.refused", "The two passwords differ; nothing was changed.");
        } finally {
            Arrays.fill(first, ' ');
            Arrays.fill(second, ' ');
        }
    }
}
