package org.colonnade.platform.api.mail;

/**
 * What became of a message.
 *
 * @param outcome whether it was taken, and whether it is worth trying again
 * @param messageId the Message-ID that it carries, with its angle brackets
 * @param code stable, for programs; null where it was taken. {@code REFUSED}: {@code mail.recipient.refused},
 *     {@code mail.sender.refused}, {@code mail.message.refused}, {@code mail.address.utf8} (the server cannot write to an address whose
 *     part before the {@code @} is not ASCII). {@code LATER}: {@code mail.server.unreachable}, {@code mail.server.untrusted},
 *     {@code mail.server.no-tls}, {@code mail.server.sign-in}, {@code mail.server.busy}, {@code mail.server.lost},
 *     {@code mail.attachment.unreadable}
 * @param reason for people: one sentence, with the server's reply where there is one, without anybody's address; null where it was
 *     taken
 */
public record MailResult(Outcome outcome, String messageId, String code, String reason) {

    /** Whether the server has taken it. */
    public boolean taken() {
        return outcome == Outcome.TAKEN;
    }

    /** What to do now. */
    public enum Outcome {
        /** The server has taken it and looks after it from here on. */
        TAKEN,
        /** Not now (4xx, or no conversation with the server at all): the same message may be sent later. */
        LATER,
        /** Not like this (5xx): sending the same again is of no use. */
        REFUSED
    }
}
