package org.colonnade.crm.api.capture;

import org.colonnade.platform.api.privacy.Personal;

/**
 * What somebody filled in.
 *
 * @param givenName where the form asks for it
 * @param familyName where the form asks for it
 * @param organisation where the form asks for it
 * @param email always
 * @param phone where the form asks for it
 * @param interest where the form asks for it
 * @param consent whether they agree; without it nothing is kept
 * @param consentVersion which text they read
 * @param stamp as {@link CapturePage#stamp()} gave it
 * @param website a field that people do not see; whoever fills it in is a machine
 */
public record CaptureEntry(
        @Personal String givenName,
        @Personal String familyName,
        @Personal String organisation,
        @Personal String email,
        @Personal String phone,
        @Personal String interest,
        Boolean consent,
        String consentVersion,
        String stamp,
        String website) {}
