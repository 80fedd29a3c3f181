package org.colonnade.platform.series.internal;

import org.colonnade.platform.api.Module;
import org.colonnade.platform.series.internal.rest.NumberSearch;
import org.colonnade.platform.series.internal.rest.SeriesNumbers;
import org.colonnade.testkit.ModuleContract;

public class SeriesModuleTest extends ModuleContract {

    @Override
    protected Module module() {
        return new SeriesModule(null, new SeriesNumbers(null), new NumberSearch(null));
    }
}
