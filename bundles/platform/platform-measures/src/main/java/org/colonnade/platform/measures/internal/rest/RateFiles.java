package org.colonnade.platform.measures.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.currency.RateType;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.measures.internal.EcbIntake;
import org.colonnade.platform.measures.internal.RateRecords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rates in the format of the European Central Bank. */
@Component(service = RateFiles.class)
@Path("/rates")
public class RateFiles {

    private static final String EXAMPLE = "<gesmes:Envelope xmlns:gesmes=\"http://www.gesmes.org/xml/2002-08-01\""
            + " xmlns=\"http://www.ecb.int/vocabulary/2002-08-01/eurofxref\"><Cube><Cube time=\"2026-11-27\">"
            + "<Cube currency=\"USD\" rate=\"1.1602\"/></Cube></Cube></gesmes:Envelope>";

    private final EcbIntake intake;

    @Activate
    public RateFiles(@Reference EcbIntake intake) {
        this.intake = intake;
    }

    /**
     * A job that was submitted.
     *
     * @param job its id: {@code /api/platform/jobs/{id}}
     */
    public record Submitted(String job) {}

    @POST
    @Path("ecb")
    @Consumes({MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(RateRecords.CHANGE)
    @Operation(
            value =
                    "Takes the euro reference rates of a day or of many (eurofxref) as a job; those that are known add nothing",
            example = EXAMPLE,
            status = 202,
            answers = Submitted.class,
            problems = {"measures.ecb.unreadable", "measures.ecb.empty", "platform.job.too-many"})
    public Response take(InputStream file, @QueryParam("type") RateType type, @Context Actor actor) throws IOException {
        String job = intake.take(
                actor, file == null ? InputStream.nullInputStream() : file, type == null ? RateType.OFFICIAL : type);
        return Response.status(202)
                .header("Location", "/api/platform/jobs/" + job)
                .entity(new Submitted(job))
                .build();
    }
}
