package org.colonnade.platform.api.store;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A request that its sender may send again.
 *
 * @param module in whose transaction it has its effect; a module without tables of its own is one whose effect is outside of transactions.
 *     Null for work that makes several transactions
 * @param owner whose key it is: keys of different accounts never meet
 * @param key as the sender chose it; stored only as a hash
 * @param fingerprint tells what was asked for: equal for the same request only, 64 characters at most. Asked for once, after the work
 *     was done or when an answer is there, so that a body can be read meanwhile
 */
public record KeyedRequest(String module, String owner, String key, Supplier<String> fingerprint) {

    public KeyedRequest {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }
}
