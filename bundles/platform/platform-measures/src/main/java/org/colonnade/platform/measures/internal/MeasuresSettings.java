package org.colonnade.platform.measures.internal;

import org.colonnade.platform.api.currency.RateQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configuration as it is now; a value that makes no sense is reported and its default taken. */
@Component(service = MeasuresSettings.class, configurationPid = MeasuresConfig.PID)
@Designate(ocd = MeasuresConfig.class)
public class MeasuresSettings {

    private static final Logger LOG = LoggerFactory.getLogger(MeasuresSettings.class);
    private static final String PIVOT = "EUR";
    private static final int AGE = 10;
    private static final int MONTHLY = 62;
    private static final int MOST_DAYS = 36_500;

    private record Values(String pivot, int age, int monthly) {}

    private final CurrencyBook currencies;
    private volatile Values values;

    @Activate
    public MeasuresSettings(@Reference CurrencyBook currencies, MeasuresConfig config) {
        this.currencies = currencies;
        values = read(config);
    }

    @Modified
    void changed(MeasuresConfig config) {
        values = read(config);
    }

    /** How many days a daily rate may be older than the day that is asked for. */
    int maximumAge() {
        return values.age();
    }

    /** The query with what it leaves open. */
    RateQuery complete(RateQuery query) {
        Values now = values;
        int age = query.type().monthly() ? now.monthly() : now.age();
        return new RateQuery(
                query.from(),
                query.to(),
                query.type(),
                query.on(),
                query.asKnown(),
                query.maximumAge() == null ? (Integer) age : query.maximumAge(),
                query.pivot() == null ? now.pivot() : query.pivot());
    }

    private Values read(MeasuresConfig config) {
        String pivot = config.pivot();
        if (currencies.find(pivot).isEmpty()) {
            LOG.warn("pivot = {} is no currency of ISO 4217; {} is taken", pivot, PIVOT);
            pivot = PIVOT;
        }
        return new Values(
                pivot,
                days("maximumAge", config.maximumAge(), AGE),
                days("maximumAgeMonthly", config.maximumAgeMonthly(), MONTHLY));
    }

    private static int days(String key, int given, int otherwise) {
        if (given < 0 || given > MOST_DAYS) {
            LOG.warn("{} = {} is not between 0 and {}; {} is taken", key, given, MOST_DAYS, otherwise);
            return otherwise;
        }
        return given;
    }
}
