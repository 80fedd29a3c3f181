package org.colonnade.platform.measures.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.measures.internal.rest.Conversions;
import org.colonnade.platform.measures.internal.rest.CurrencyList;
import org.colonnade.platform.measures.internal.rest.RateFiles;
import org.colonnade.platform.measures.internal.rest.UnitList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Presents currencies, rates and units to the platform, below {@code /api/platform}. */
@Component(service = Module.class)
public final class MeasuresModule implements Module {

    private final RateRecords rates;
    private final UnitRecords units;
    private final List<Object> resources;

    @Activate
    public MeasuresModule(
            @Reference RateRecords rates,
            @Reference UnitRecords units,
            @Reference CurrencyList currencies,
            @Reference UnitList unitList,
            @Reference Conversions conversions,
            @Reference RateFiles files) {
        this.rates = rates;
        this.units = units;
        this.resources = List.of(currencies, unitList, conversions, files);
    }

    @Override
    public String id() {
        return "measures";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Currencies and units", "th", "สกุลเงินและหน่วยวัด");
    }

    @Override
    public String path() {
        return "platform";
    }

    @Override
    public List<Permission> permissions() {
        return Stream.concat(RateRecords.permissions().stream(), UnitRecords.permissions().stream())
                .toList();
    }

    @Override
    public List<RecordDesk<?, ?>> records() {
        return List.of(rates.desk(), units.desk());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
