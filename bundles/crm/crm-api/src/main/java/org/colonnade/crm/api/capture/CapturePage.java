package org.colonnade.crm.api.capture;

import java.util.List;

/**
 * What a web page needs to show a form.
 *
 * @param form the form's id
 * @param name what people call it
 * @param fields what it asks for besides the e-mail address
 * @param consentText what people agree to
 * @param consentVersion to be sent back
 * @param stamp to be sent back: says when the form was opened; counts for a day
 */
public record CapturePage(
        String form,
        String name,
        List<CaptureField> fields,
        String consentText,
        String consentVersion,
        String stamp) {

    public CapturePage {
        fields = List.copyOf(fields);
    }
}
