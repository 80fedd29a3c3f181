package org.colonnade.crm.api.capture;

import java.util.List;

/**
 * A form as somebody wants it. Every address that it names lies at one of its origins.
 *
 * @param name what people call it
 * @param origins where its pages are, such as {@code https://www.example.com}; a browser's form from anywhere else is refused
 * @param fields what it asks for besides the e-mail address
 * @param consentText what people agree to, as they read it
 * @param consentVersion which text that is, such as {@code 2026-11}
 * @param linkUrl the page behind the link in the confirmation; the token follows as {@code token=…}. This API's own if missing
 * @param thanksUrl where a browser goes after the form was sent, or null
 * @param confirmedUrl where a browser goes after the confirmation, or null
 * @param source the source of its leads; {@code web} if missing
 * @param campaign the campaign of its leads, or null
 * @param leastSeconds whoever is faster than this with the form is a machine; 2 if missing, 0 asks for no stamp
 * @param mostPerHour so many times an hour one network address may send it; 10 if missing
 * @param hoursToConfirm how long a confirmation is waited for; 48 if missing
 * @param active whether it answers; true if missing
 * @param language what its people read, as a language tag (BCP 47) such as {@code de} or {@code th-TH}: the confirmation is written in it,
 *     where there is a text in it; null for English
 */
public record CaptureFormDraft(
        String name,
        List<String> origins,
        List<CaptureField> fields,
        String consentText,
        String consentVersion,
        String linkUrl,
        String thanksUrl,
        String confirmedUrl,
        String source,
        String campaign,
        Integer leastSeconds,
        Integer mostPerHour,
        Integer hoursToConfirm,
        Boolean active,
        String language) {}
