package org.colonnade.platform.mail.internal.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.colonnade.platform.api.mail.MailAddress;
import org.colonnade.platform.api.mail.MailMessage;
import org.colonnade.platform.api.mail.MailResult;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.mail.internal.MailRoom;
import org.colonnade.platform.mail.internal.smtp.Line;

/** Sends a message to somebody who can say whether it came. */
@Service
@Command(
        scope = "colonnade",
        name = "mail-test",
        description = "Sends a test message; fails, and says why, if the mail server does not take it")
public final class MailTestCommand implements Action {

    private static final String SUBJECT = "A test message from Colonnade – ทดสอบ";
    private static final String TEXT =
            """
            This message was sent by colonnade:mail-test.

            That it has arrived shows that the platform can send mail.
            """;

    @Argument(name = "address", description = "who gets it", required = true)
    private String address;

    @Reference
    private MailRoom room;

    @Reference
    private Session session;

    @Override
    public Object execute() throws CommandException {
        Line line = room.line();
        if (line == null) {
            throw failure(
                    room.fault() == null
                            ? "No mail server is configured: name host and from in etc/org.colonnade.mail.cfg."
                            : "etc/org.colonnade.mail.cfg is not right: " + room.fault());
        }
        MailResult result = sent(line);
        if (!result.taken()) {
            throw failure(result.reason() + " [" + result.code() + ']');
        }
        session.getConsole()
                .println("The mail server " + line.settings().place() + " has taken " + result.messageId() + '.');
        return null;
    }

    private MailResult sent(Line line) throws CommandException {
        try {
            return line.sendNow(MailMessage.of(MailAddress.of(address), SUBJECT, TEXT));
        } catch (Problem problem) {
            throw failure(problem.getMessage());
        }
    }

    private static CommandException failure(String sentence) {
        return new CommandException(sentence, sentence);
    }
}
