package org.colonnade.platform.dossier.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Every key of {@code etc/org.colonnade.dossier.cfg}; all of them may be missing. */
@ObjectClassDefinition(
        id = DossierConfig.PID,
        name = "Colonnade: dossier",
        description =
                "Where attachments lie, how large they may be, and how often the dossier is looked over. A change holds at once.")
public @interface DossierConfig {

    String PID = "org.colonnade.dossier";

    @AttributeDefinition(
            name = "Largest attachment",
            description =
                    "In bytes; more is answered with 413. The front door's uploadBytes (etc/org.colonnade.rest.cfg) holds as well.",
            min = "1")
    long attachmentBytes() default 25 << 20;

    @AttributeDefinition(
            name = "Folder of the attachments",
            description =
                    "Empty for 'attachments' in the data folder. Several nodes on one database share one folder, as the backup expects it.")
    String attachmentFolder() default "";

    @AttributeDefinition(
            name = "Grace",
            description = "Hours for which a content that nothing refers to is kept.",
            min = "1",
            max = "8760")
    int graceHours() default 24;

    @AttributeDefinition(
            name = "Sweep",
            description = "Minutes between two looks for contents that nothing refers to.",
            min = "1",
            max = "1440")
    int sweepMinutes() default 60;

    @AttributeDefinition(
            name = "Overdue",
            description = "Seconds between two looks for activities that were not done in time.",
            min = "1",
            max = "3600")
    int overdueSeconds() default 30;
}
