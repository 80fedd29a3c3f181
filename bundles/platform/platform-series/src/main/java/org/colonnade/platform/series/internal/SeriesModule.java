package org.colonnade.platform.series.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.series.internal.rest.NumberSearch;
import org.colonnade.platform.series.internal.rest.SeriesNumbers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Presents number series to the platform, below {@code /api/platform}. */
@Component(service = Module.class)
public final class SeriesModule implements Module {

    private final SeriesDesk desk;
    private final List<Object> resources;

    @Activate
    public SeriesModule(@Reference SeriesDesk desk, @Reference SeriesNumbers numbers, @Reference NumberSearch search) {
        this.desk = desk;
        this.resources = List.of(numbers, search);
    }

    @Override
    public String id() {
        return "series";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Number series", "th", "ชุดเลขที่เอกสาร");
    }

    @Override
    public String path() {
        return "platform";
    }

    @Override
    public List<Permission> permissions() {
        return SeriesDesk.permissions();
    }

    @Override
    public List<RecordDesk<?, ?>> records() {
        return List.of(desk.desk());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
