package org.colonnade.crm.api.capture;

/**
 * The answer to everybody alike, whether their address is known or not.
 *
 * @param state {@code confirmation-wanted}, {@code confirmed}
 */
public record CaptureReceipt(String state) {

    /** A confirmation was asked for. */
    public static final CaptureReceipt WANTED = new CaptureReceipt("confirmation-wanted");

    /** It was confirmed, now or before. */
    public static final CaptureReceipt CONFIRMED = new CaptureReceipt("confirmed");
}
