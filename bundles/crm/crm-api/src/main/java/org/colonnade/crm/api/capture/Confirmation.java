package org.colonnade.crm.api.capture;

import java.time.Instant;
import org.colonnade.platform.api.privacy.Personal;

/**
 * A confirmation that waits to be handed over. The link is a secret: who has it can confirm.
 *
 * @param id the same at every try, so that nobody gets two
 * @param form the form's id
 * @param formName what people call it
 * @param email whom to write to
 * @param givenName how to call them, or null
 * @param consentText what they agreed to
 * @param link an address, or a path of this API where the form names no page of its own
 * @param expiresAt until then the link is good, UTC
 * @param language what its people read, as a language tag (BCP 47), or null
 */
public record Confirmation(
        String id,
        String form,
        String formName,
        @Personal String email,
        @Personal String givenName,
        String consentText,
        String link,
        Instant expiresAt,
        String language) {}
