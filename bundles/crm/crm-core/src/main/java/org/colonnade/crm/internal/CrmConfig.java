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

    @AttributeDefinition(
            name = "Score for review",
            description = "From which score on, between 0 and 1, two parties are listed as suspected duplicates.")
    double reviewScore() default 0.5;

    @AttributeDefinition(
            name = "Score for likely",
            description =
                    "From which score on, between 0 and 1, a suspected duplicate is called STRONG; less is never merged without asking.")
    double autoScore() default 0.9;

    @AttributeDefinition(
            name = "Strong schemes",
            description = "Schemes of identifiers that name one party for sure, separated by commas or spaces.")
    String strongSchemes() default
            "tax-id, national-id, passport, company-id, lei, th-tax-id, th-national-id, th-company-id";

    @AttributeDefinition(
            name = "Merge without asking",
            description =
                    "Whether two parties are merged without asking when their score reaches autoScore, an identifier of a strong scheme"
                            + " is the same, and none is different. Every merge can be taken back.")
    boolean autoMerge() default false;

    @AttributeDefinition(
            name = "Days of the access log",
            description = "For how many days it is kept who has looked at which contact; 0 keeps nothing.")
    int accessLogDays() default 0;
}
