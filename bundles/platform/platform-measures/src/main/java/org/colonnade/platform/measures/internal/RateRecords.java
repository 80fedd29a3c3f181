package org.colonnade.platform.measures.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.currency.RateQuery;
import org.colonnade.platform.api.currency.RateQuote;
import org.colonnade.platform.api.currency.Rates;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.measures.internal.domain.Rate;
import org.colonnade.platform.measures.internal.domain.RateDraft;
import org.colonnade.platform.measures.internal.domain.RatePath;
import org.colonnade.platform.measures.internal.domain.RateRule;
import org.colonnade.platform.measures.internal.store.RateTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The upkeep of exchange rates, and the rates as functions ask them. */
@Component(service = {RateRecords.class, Rates.class})
public final class RateRecords implements Rates {

    /** The permission to see currencies and rates, and to convert amounts. */
    public static final String READ = "measures.rate.read";
    /** The permission to add rates and to put them away. */
    public static final String CHANGE = "measures.rate.change";

    /** Later than whatever is told, by the clock of any node. */
    private static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final RecordKind<Rate, RateDraft> KIND = RecordKind.of(Rate.class, RateDraft.class);

    private final CurrencyBook currencies;
    private final MeasuresSettings settings;
    private final Tx tx;
    private final RecordDesk<Rate, RateDraft> desk;

    @Activate
    public RateRecords(
            @Reference RecordKit kit,
            @Reference(target = "(module=measures)") Tx tx,
            @Reference CurrencyBook currencies,
            @Reference MeasuresSettings settings) {
        this.currencies = currencies;
        this.settings = settings;
        this.tx = tx;
        desk = kit.desk(KIND.with(new RateRules(new RateRule(currencies.table()))), tx);
    }

    /** What people may be allowed here. */
    static List<Permission> permissions() {
        return KIND.permissions();
    }

    /** The upkeep. */
    public RecordDesk<Rate, RateDraft> desk() {
        return desk;
    }

    /** Transactions over rates. */
    Tx tx() {
        return tx;
    }

    @Override
    public RateQuote quote(RateQuery asked) {
        RateQuery query = settings.complete(asked);
        currencies.get(query.from());
        currencies.get(query.to());
        currencies.get(query.pivot());
        Instant known = query.asKnown() == null ? FOR_EVER : query.asKnown();
        return tx.read(work -> new RatePath<SQLException>(
                        (base, quote, type, on) -> RateTable.last(work, base, quote, type, on, known))
                .find(query));
    }
}
