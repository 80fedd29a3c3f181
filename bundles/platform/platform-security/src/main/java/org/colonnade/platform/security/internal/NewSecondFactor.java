package org.colonnade.platform.security.internal;

/**
 * A second factor that is to be confirmed with a first code.
 *
 * @param secret in Base 32, to be typed into an app; shown only now
 * @param uri the same as {@code otpauth://totp/…}, to be shown as a QR code
 */
public record NewSecondFactor(String secret, String uri) {}
