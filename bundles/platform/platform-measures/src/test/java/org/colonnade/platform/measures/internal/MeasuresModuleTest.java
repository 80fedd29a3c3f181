package org.colonnade.platform.measures.internal;

import org.colonnade.platform.api.Module;
import org.colonnade.platform.measures.internal.rest.Conversions;
import org.colonnade.platform.measures.internal.rest.CurrencyList;
import org.colonnade.platform.measures.internal.rest.RateFiles;
import org.colonnade.platform.measures.internal.rest.UnitList;
import org.colonnade.testkit.ModuleContract;

public class MeasuresModuleTest extends ModuleContract {

    @Override
    protected Module module() {
        return new MeasuresModule(
                null,
                null,
                new CurrencyList(null),
                new UnitList(null),
                new Conversions(null, null, null),
                new RateFiles(null));
    }
}
