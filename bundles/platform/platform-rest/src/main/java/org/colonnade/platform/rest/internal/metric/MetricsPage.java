package org.colonnade.platform.rest.internal.metric;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.colonnade.platform.api.metric.MetricSource;
import org.colonnade.platform.rest.internal.door.Answers;
import org.colonnade.platform.rest.internal.door.PublicPage;
import org.colonnade.platform.rest.internal.door.RequestMeter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /metrics}: what is measured of the platform, in the text format of Prometheus, for those who may see it. */
@Component(service = PublicPage.class)
public final class MetricsPage implements PublicPage {

    /** The permission to read metrics. */
    public static final String READ = "platform.metrics.read";

    private static final Logger LOG = LoggerFactory.getLogger(MetricsPage.class);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final List<MetricSource> sources = new CopyOnWriteArrayList<>();

    private final RequestMeter meter;
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();

    @Activate
    public MetricsPage(@Reference RequestMeter meter) {
        this.meter = meter;
    }

    @Override
    public boolean isAt(String path) {
        return path.equals("/metrics");
    }

    @Override
    public String name() {
        return "platform.door.metrics";
    }

    @Override
    public String permission() {
        return READ;
    }

    @Override
    public void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Gathering gathering = new Gathering();
        sources.stream().sorted(Comparator.comparing(MetricSource::name)).forEach(source -> measure(source, gathering));
        gathering.requests(meter.counted());
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        writer.write(text, gathering.snapshots());
        Answers.send(response, PrometheusTextFormatWriter.CONTENT_TYPE, text.toByteArray());
    }

    /** One that fails, because its database is away, takes nothing from the others. */
    private static void measure(MetricSource source, Gathering gathering) {
        boolean up = true;
        try {
            source.measure(gathering);
        } catch (Exception failure) {
            up = false;
            LOG.debug("The metrics of {} cannot be measured", source.name(), failure);
        }
        gathering.gauge("colonnade_source_up", "Whether this could be measured.", up ? 1 : 0, "source", source.name());
    }
}
