package org.colonnade.platform.measures.internal;

import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.currency.RateType;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.measures.internal.domain.RateDraft;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.testkit.TestDatabase;

/** Rates and units on one database. */
final class Front {

    static final Actor CLERK = new Actor(
            Ref.of("platform", "user", 7),
            "clerk",
            Set.of(RateRecords.READ, RateRecords.CHANGE, UnitRecords.READ, UnitRecords.CHANGE),
            false);
    static final Actor READER =
            new Actor(Ref.of("platform", "user", 8), "reader", Set.of(RateRecords.READ, UnitRecords.READ), false);

    final CurrencyBook currencies = new CurrencyBook();
    final MeasuresSettings settings = new MeasuresSettings(currencies, config("EUR", 10, 62));
    final RateRecords rates;
    final UnitRecords units;

    Front(TestDatabase database) {
        Tx tx = database.tx("measures");
        KeptRecords kit = new KeptRecords(new FieldRights(database.tx("records")), new Companions());
        rates = new RateRecords(kit, tx, currencies, settings);
        units = new UnitRecords(kit, tx);
    }

    String rate(String base, String quote, String date, String rate) {
        return rates.desk().create(CLERK, draft(base, quote, date, rate)).id();
    }

    static RateDraft draft(String base, String quote, String date, String rate) {
        return new RateDraft(
                base, quote, RateType.OFFICIAL, LocalDate.parse(date), new BigDecimal(rate), null, "ECB", null);
    }

    static MeasuresConfig config(String pivot, int age, int monthly) {
        return new TestConfig(pivot, age, monthly);
    }

    private record TestConfig(String pivot, int maximumAge, int maximumAgeMonthly) implements MeasuresConfig {

        @Override
        public Class<? extends Annotation> annotationType() {
            return MeasuresConfig.class;
        }
    }
}
