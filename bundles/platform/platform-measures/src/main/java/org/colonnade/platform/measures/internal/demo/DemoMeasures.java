package org.colonnade.platform.measures.internal.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.admin.DemoData;
import org.colonnade.platform.api.currency.RateType;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.measures.internal.RateRecords;
import org.colonnade.platform.measures.internal.UnitRecords;
import org.colonnade.platform.measures.internal.domain.OwnUnitDraft;
import org.colonnade.platform.measures.internal.domain.RateDraft;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The tea company buys in baht and dollars, and weighs by the chest. */
@Component(service = DemoData.class)
public class DemoMeasures implements DemoData {

    private static final Actor DEMO = Actor.system("demo");
    private static final String[][] RATES = {{"THB", "37.545"}, {"USD", "1.1602"}, {"GBP", "0.8763"}, {"JPY", "181.14"}
    };
    private static final String CHEST = "ZTC";

    private final RateRecords rates;
    private final UnitRecords units;
    private final Clock clock;

    @Activate
    public DemoMeasures(@Reference RateRecords rates, @Reference UnitRecords units) {
        this(rates, units, Clock.systemUTC());
    }

    DemoMeasures(RateRecords rates, UnitRecords units, Clock clock) {
        this.rates = rates;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public String module() {
        return "measures";
    }

    /** Rates of today are added where there are none yet, the unit where it is not there. */
    @Override
    public String load() {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        RecordQuery any = RecordQuery.all().at(new PageRequest(1, null));
        if (rates.desk().list(DEMO, any).items().isEmpty()) {
            for (String[] rate : RATES) {
                rates.desk()
                        .create(
                                DEMO,
                                new RateDraft(
                                        "EUR",
                                        rate[0],
                                        RateType.OFFICIAL,
                                        today,
                                        new BigDecimal(rate[1]),
                                        1L,
                                        "demo",
                                        null));
            }
        }
        if (units.find(CHEST).isEmpty()) {
            units.desk().create(DEMO, new OwnUnitDraft(CHEST, "Tea chest", "หีบชา", "chest", "KGM", "45"));
        }
        return "There are rates of the euro, and the unit of a tea chest.";
    }
}
