package org.colonnade.platform.rest.internal.platform;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.rest.internal.endpoint.Switchboard;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What runs here. */
@Component(service = InfoResource.class)
@Path("/info")
@Produces("application/json")
public final class InfoResource {

    private final Switchboard switchboard;

    /** What was told last, until modules come or go: everybody asks this to see whether the platform is there. */
    private volatile Told told = new Told(-1, null);

    @Activate
    public InfoResource(@Reference Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @GET
    @Open(Open.To.SIGNED_IN)
    @Operation("Tells what runs here: the platform's version and the modules that answer.")
    public Info info() {
        long edition = switchboard.edition();
        Told last = told;
        if (last.edition() != edition) {
            last = new Told(edition, gathered());
            told = last;
        }
        return last.info();
    }

    private Info gathered() {
        var bundle = FrameworkUtil.getBundle(InfoResource.class);
        List<String> modules = switchboard.answering().stream()
                .map(inspection -> inspection.module().id())
                .distinct()
                .sorted()
                .toList();
        return new Info("Colonnade", bundle == null ? "0" : bundle.getVersion().toString(), modules);
    }

    /**
     * What runs here.
     *
     * @param name of the product
     * @param version of the platform
     * @param modules the ids of what answers now
     */
    public record Info(String name, String version, List<String> modules) {}

    private record Told(long edition, Info info) {}
}
