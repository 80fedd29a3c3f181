package org.colonnade.platform.api.currency;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The currencies of ISO 4217, those that were withdrawn included; the same for every company. The service is there while the feature
 * {@code colonnade-measures} is installed.
 */
@ProviderType
public interface Currencies {

    /** The currency of that code, exactly as it is written. */
    Optional<CurrencyInfo> find(String code);

    /** @throws org.colonnade.platform.api.problem.Rejected {@code measures.currency.unknown} */
    CurrencyInfo get(String code);

    /** All, by code. */
    List<CurrencyInfo> all();
}
