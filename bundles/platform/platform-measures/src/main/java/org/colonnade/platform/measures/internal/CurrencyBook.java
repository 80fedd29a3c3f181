package org.colonnade.platform.measures.internal;

import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.currency.Currencies;
import org.colonnade.platform.api.currency.CurrencyInfo;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.measures.internal.domain.CurrencyTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The currencies of ISO 4217, for everybody. */
@Component(service = {Currencies.class, CurrencyBook.class})
public final class CurrencyBook implements Currencies {

    private final CurrencyTable table = new CurrencyTable();

    /** Reads the table that comes with the bundle. */
    @Activate
    public CurrencyBook() {
        // nothing else is needed
    }

    CurrencyTable table() {
        return table;
    }

    @Override
    public Optional<CurrencyInfo> find(String code) {
        return table.find(code);
    }

    @Override
    public CurrencyInfo get(String code) {
        return find(code)
                .orElseThrow(() -> new Rejected("measures.currency.unknown", "There is no such currency in ISO 4217."));
    }

    @Override
    public List<CurrencyInfo> all() {
        return table.all();
    }
}
