package org.colonnade.platform.dossier.internal.rest;

import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.dossier.internal.DossierModule;
import org.colonnade.platform.dossier.internal.ValueDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The custom values of a record, whatever function keeps it. */
@Component(service = ValueFiles.class)
@Path("/custom-values")
@Produces(MediaType.APPLICATION_JSON)
public final class ValueFiles {

    private final ValueDesk desk;

    @Activate
    public ValueFiles(@Reference ValueDesk desk) {
        this.desk = desk;
    }

    @GET
    @Requires(DossierModule.READ)
    @Operation(
            value = "The custom values of a record that you may see, by name",
            answers = Values.class,
            problems = "platform.record.unknown")
    public Values get(@QueryParam("ref") Ref ref, @Context Actor actor) {
        return new Values(desk.of(actor, Given.required("ref", ref)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(DossierModule.CHANGE)
    @Operation(
            value = "Gives a record exactly these custom values; those that you may not see stay",
            example = """
                    {"custom": {}}""",
            answers = Values.class,
            problems = {"platform.record.unknown", "platform.custom.invalid"})
    public Values set(@QueryParam("ref") Ref ref, Values values, @Context Actor actor) {
        return new Values(desk.set(actor, Given.required("ref", ref), values.custom));
    }

    /**
     * The custom values of a record.
     *
     * @param custom by name
     */
    public record Values(Map<String, Object> custom) {}
}
