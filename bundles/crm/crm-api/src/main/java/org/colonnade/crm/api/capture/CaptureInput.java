package org.colonnade.crm.api.capture;

/** What a form may ask for besides the e-mail address, which every form asks for. */
public enum CaptureInput {
    /** The given name. */
    GIVEN_NAME,
    /** The family name. */
    FAMILY_NAME,
    /** Where they work. */
    ORGANISATION,
    /** A phone number. */
    PHONE,
    /** What they want, in words. */
    INTEREST
}
