package org.colonnade.platform.mail.internal;

import java.time.Duration;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.mail.internal.smtp.Line;
import org.colonnade.platform.mail.internal.smtp.Standing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether mail can be sent. Without it everything else works and what is to be sent waits, so it is a warning at most. */
@Component
public final class MailHealth implements HealthCheck {

    private static final String FILE = "etc/" + MailConfig.PID + ".cfg";

    /** Less than a health check has; a server that takes longer has not answered yet. */
    private static final Duration PATIENCE = Duration.ofMillis(1_400);

    private final MailRoom room;

    @Activate
    public MailHealth(@Reference MailRoom room) {
        this.room = room;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Finding check() {
        Line line = room.line();
        if (line == null) {
            return room.fault() == null
                    ? Finding.warning(
                            "No mail server is configured, so no mail is sent.", "Name host and from in " + FILE + '.')
                    : Finding.warning("No mail is sent: " + room.fault(), "Correct " + FILE + '.');
        }
        String place = line.settings().place();
        Standing.Seen seen = room.look(line, PATIENCE);
        if (seen == null) {
            return Finding.warning(
                    "The mail server " + place + " has not answered yet.",
                    "Ask again in a moment; if it stays so, compare host and port in " + FILE
                            + " and see whether a firewall lies between.");
        }
        return seen.well()
                ? Finding.well("The mail server " + place + " answers.")
                : Finding.warning(seen.reason() + " (" + place + ')', mend(seen.code()));
    }

    private static String mend(String code) {
        return switch (code) {
            case "mail.server.sign-in" -> "Compare user and password (or passwordFile) in " + FILE + '.';
            case "mail.server.untrusted" -> "Compare host in " + FILE
                    + " with the name in the server's certificate; name the company's own authority in certificates.";
            case "mail.server.no-tls" -> "Set security in " + FILE
                    + " to what the server offers: tls, or none inside a safe network.";
            default -> "See whether the server runs; compare host, port and security in " + FILE
                    + ". What is to be sent waits until then.";
        };
    }
}
