package org.colonnade.crm.mail.internal;

import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.mail.Mailer;
import org.colonnade.platform.api.problem.Unavailable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Says whether confirmations can be mailed; whether the mail server answers is told by the check {@code mail}. */
@Component
public final class ConfirmationsHealth implements HealthCheck {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Mailer mailer;

    @Override
    public String name() {
        return "crm-mail";
    }

    @Override
    public Finding check() {
        Mailer now = mailer;
        if (now == null) {
            return Finding.warning(
                    "Confirmations of web forms are not sent, because no mail server is configured.",
                    "Configure mail (the check 'mail' says how); until then crm's /capture-confirmations has the links.");
        }
        try {
            now.link("/");
            return Finding.well("Confirmations of web forms are sent by mail.");
        } catch (Unavailable missing) {
            return Finding.warning(
                    "Confirmations of web forms without a page of their own are not sent: nobody has said under which address"
                            + " people reach the platform.",
                    "Name publicUrl in etc/org.colonnade.mail.cfg.");
        }
    }
}
