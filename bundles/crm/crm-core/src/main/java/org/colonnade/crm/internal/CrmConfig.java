package org.colonnade.crm.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator may set; the file is {@code etc/org.colonnade.crm.cfg}. */
@ObjectClassDefinition(id = CrmConfig.PID, name = "Colonnade CRM", description = "People and organisations")
public @interface CrmConfig {

    /** The configuration's name. */
    String PID = "org.colonnade.crm";

    @AttributeDefinition(
            name = "Default region",
            description =
                    "Where telephone numbers without a country code are dialled: two letters of ISO 3166, such as TH, DE, US."
                            + " Counts for what is stored from then on.")
    String defaultRegion() default "TH";

    @AttributeDefinition(
            name = "Largest kept content",
            description =
                    "How many KB the pictures, sounds, keys and other properties of a vCard may have together that have no field"
                            + " of their own; a card with more is refused and kept aside.")
    int keptKilobytes() default 2048;

    @AttributeDefinition(
            name = "Fallback character set",
            description =
                    "How files are read that are not UTF-8 or UTF-16 and do not say what they are, such as windows-1252, windows-874.")
    String fallbackCharset() default "windows-1252";
}
