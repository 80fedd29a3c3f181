package org.colonnade.platform.records.internal.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;

public record AssetDraft(
        String name,
        String serial,
        Asset.State state,
        LocalDate boughtOn,
        Instant seenAt,
        Money price,
        int pieces,
        BigDecimal weight,
        boolean insured,
        Ref holder,
        List<String> spots) {}
