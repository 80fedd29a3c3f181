package org.colonnade.platform.mail.internal.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.colonnade.platform.api.mail.MailResult.Outcome;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * What a failure means.
 *
 * @param outcome whether it is worth trying again
 * @param code stable, for programs
 * @param reason one sentence for people
 */
record Verdict(Outcome outcome, String code, String reason) {

    private static final int LONGEST = 300;
    private static final int FOR_GOOD = 500;

    /** Why the conversation did not begin. A refusal here is about the configuration, so it passes when that is mended. */
    static Verdict ofConnection(MessagingException failure) {
        List<Throwable> causes = causes(failure);
        if (causes.stream().anyMatch(AuthenticationFailedException.class::isInstance)) {
            return later("mail.server.sign-in", "The mail server refuses the account or its password" + said(failure));
        }
        if (causes.stream()
                        .anyMatch(cause -> cause instanceof SSLException || cause instanceof GeneralSecurityException)
                || mentions(failure, "server identity")) {
            return later(
                    "mail.server.untrusted",
                    "The mail server does not prove that it is the one that is configured" + said(root(causes)));
        }
        if (mentions(failure, "STARTTLS is required")) {
            return later("mail.server.no-tls", "The mail server does not offer STARTTLS.");
        }
        return later("mail.server.unreachable", "The mail server cannot be reached" + said(root(causes)));
    }

    /** Why the message was not taken. */
    static Verdict ofMessage(MessagingException failure) {
        List<Throwable> causes = causes(failure);
        if (causes.stream().anyMatch(Letter.UnreadableException.class::isInstance)) {
            return later("mail.attachment.unreadable", "An attachment cannot be read.");
        }
        List<SMTPAddressFailedException> recipients = causes.stream()
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(SMTPAddressFailedException.class::cast)
                .toList();
        for (SMTPAddressFailedException recipient : recipients) {
            if (recipient.getReturnCode() >= FOR_GOOD) {
                return refused("mail.recipient.refused", "The mail server refuses a recipient" + said(recipient));
            }
        }
        if (!recipients.isEmpty()) {
            return later(
                    "mail.server.busy", "The mail server takes no mail for a recipient now" + said(recipients.get(0)));
        }
        return causes.stream()
                .filter(SMTPSendFailedException.class::isInstance)
                .map(SMTPSendFailedException.class::cast)
                .findFirst()
                .map(Verdict::ofReply)
                .orElseGet(() -> later(
                        "mail.server.lost", "The conversation with the mail server broke off" + said(root(causes))));
    }

    private static Verdict ofReply(SMTPSendFailedException reply) {
        if (reply.getReturnCode() < 400) {
            return later("mail.server.lost", "The conversation with the mail server broke off.");
        }
        if (reply.getReturnCode() < FOR_GOOD) {
            return later("mail.server.busy", "The mail server does not take the message now" + said(reply));
        }
        boolean sender = reply.getCommand() != null && reply.getCommand().startsWith("MAIL FROM");
        return sender
                ? refused("mail.sender.refused", "The mail server refuses the sender" + said(reply))
                : refused("mail.message.refused", "The mail server refuses the message" + said(reply));
    }

    static Verdict later(String code, String reason) {
        return new Verdict(Outcome.LATER, code, reason);
    }

    static Verdict refused(String code, String reason) {
        return new Verdict(Outcome.REFUSED, code, reason);
    }

    /** A failure with all that is chained to it, by cause or by Jakarta Mail's own chain. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> all = new ArrayList<>();
        collect(failure, all);
        return all;
    }

    private static void collect(Throwable failure, List<Throwable> all) {
        if (failure != null && !all.contains(failure)) {
            all.add(failure);
            collect(failure.getCause(), all);
            if (failure instanceof MessagingException chained) {
                collect(chained.getNextException(), all);
            }
        }
    }

    private static Throwable root(List<Throwable> causes) {
        return causes.stream()
                .filter(cause -> cause instanceof IOException || cause instanceof GeneralSecurityException)
                .reduce((first, last) -> last)
                .orElse(causes.get(0));
    }

    private static boolean mentions(Throwable failure, String words) {
        return causes(failure).stream()
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(words));
    }

    /** What the server or the network said, on one line and without anybody's address. */
    private static String said(Throwable failure) {
        String text = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String line = text.replaceAll("\\p{C}+", " ")
                .replaceAll("\\S+@\\S+", "<address>")
                .strip();
        String cut = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return cut.isEmpty() ? "." : ": " + cut;
    }
}
