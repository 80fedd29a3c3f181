package org.colonnade.crm.api.capture;

/**
 * A field of a form.
 *
 * @param input what it asks for
 * @param required whether it must be filled in; no if missing
 */
public record CaptureField(CaptureInput input, Boolean required) {

    /** Whether it must be filled in. */
    public boolean mandatory() {
        return required != null && required;
    }
}
