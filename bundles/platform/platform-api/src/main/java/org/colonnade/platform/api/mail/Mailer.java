package org.colonnade.platform.api.mail;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Hands messages to the company's mail server. A service while a server is configured; where it is missing, nothing can be sent and whoever
 * needs mail keeps what is to be sent.
 */
@ProviderType
public interface Mailer {

    /**
     * Hands one message over, to all of its recipients or to none. Waits for the server (its configured limits bound that), so it is never
     * called inside a transaction. After {@link MailResult.Outcome#LATER} the message may be there nevertheless, where the connection broke
     * in the last moment: the same {@link MailMessage#key() key} tells the second time from the first.
     *
     * @return what became of it; failures of server and network are results, not exceptions
     */
    MailResult send(MailMessage message);

    /**
     * The address under which people outside reach a path of this platform. It comes from the configuration alone, never from a request.
     *
     * @param path begins with {@code /}; may have a query
     * @throws org.colonnade.platform.api.problem.Unavailable {@code mail.public-url.missing} where it is not configured
     */
    String link(String path);
}
