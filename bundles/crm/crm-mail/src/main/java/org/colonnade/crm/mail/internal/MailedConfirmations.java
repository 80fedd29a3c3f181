package org.colonnade.crm.mail.internal;

import java.io.IOException;
import org.colonnade.crm.api.capture.Confirmation;
import org.colonnade.crm.api.capture.ConfirmationSender;
import org.colonnade.crm.api.capture.Undeliverable;
import org.colonnade.platform.api.mail.MailAddress;
import org.colonnade.platform.api.mail.MailMessage;
import org.colonnade.platform.api.mail.MailResult;
import org.colonnade.platform.api.mail.Mailer;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Unavailable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sends confirmations by mail. It is there while a mail server is configured; without one the links wait as they do without this bundle.
 * The link in the mail begins with the configured address of the platform, never with what some request called it.
 */
@Component
public final class MailedConfirmations implements ConfirmationSender {

    private final Mailer mailer;

    @Activate
    public MailedConfirmations(@Reference Mailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public void send(Confirmation confirmation) throws IOException {
        MailResult result = result(confirmation);
        if (result.taken()) {
            return;
        }
        String reason = result.reason() + " [" + result.code() + ']';
        // a sender that the server does not like is mended in the configuration, and then the same mail is taken
        boolean forGood =
                result.outcome() == MailResult.Outcome.REFUSED && !"mail.sender.refused".equals(result.code());
        throw forGood ? new Undeliverable(reason) : new IOException(reason);
    }

    private MailResult result(Confirmation confirmation) throws IOException {
        try {
            return mailer.send(message(confirmation));
        } catch (Unavailable notNow) {
            throw new IOException(notNow.getMessage() + " [" + notNow.code() + ']', notNow);
        } catch (Rejected never) {
            throw new Undeliverable(never.getMessage() + " [" + never.code() + ']');
        }
    }

    private MailMessage message(Confirmation confirmation) {
        String link = confirmation.link().startsWith("/") ? mailer.link(confirmation.link()) : confirmation.link();
        ConfirmationText text = ConfirmationText.in(confirmation.language());
        MailAddress to = new MailAddress(confirmation.email(), null);
        return MailMessage.of(to, text.subject(confirmation), text.body(confirmation, link))
                .known("crm-confirmation-" + confirmation.id());
    }
}
