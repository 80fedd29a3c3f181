package org.colonnade.platform.security.internal;

import java.util.List;

/**
 * Codes for who has lost the device.
 *
 * @param recoveryCodes each opens once; shown only now
 */
public record RecoveryCodes(List<String> recoveryCodes) {

    public RecoveryCodes {
        recoveryCodes = List.copyOf(recoveryCodes);
    }
}
