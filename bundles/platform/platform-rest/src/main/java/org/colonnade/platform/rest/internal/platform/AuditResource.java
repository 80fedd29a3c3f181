package org.colonnade.platform.rest.internal.platform;

import java.time.Instant;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.audit.Filter;
import org.colonnade.platform.api.audit.Verdict;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who changed what, and whether nobody changed that record afterwards. */
@Component(service = AuditResource.class)
@Path("/audit")
@Produces("application/json")
public final class AuditResource {

    private final AuditLog log;

    @Activate
    public AuditResource(@Reference AuditLog log) {
        this.log = log;
    }

    @GET
    @Requires(PlatformPermissions.AUDIT_READ)
    @Operation(
            "Lists changes and refusals, newest first and without their content; narrowed by 'subject', 'actor' or 'principal'"
                    + " (for whom a substitute acted; references), 'action', and 'from' and 'to' (instants).")
    public Page<Entry> list(
            @QueryParam("subject") String subject,
            @QueryParam("actor") String actor,
            @QueryParam("principal") String principal,
            @QueryParam("action") String action,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        return log.entries(
                new Filter(given(subject), given(actor), given(action), from, to, given(principal)),
                PageRequest.of(limit, after));
    }

    @GET
    @Path("/{id}")
    @Requires(PlatformPermissions.AUDIT_CONTENT)
    @Operation(
            value =
                    "Shows one row with what was before and after, whatever the roles of the caller may read of the record itself.",
            problems = "platform.audit.not-found")
    public Entry get(@PathParam("id") String id) {
        return log.entry(id);
    }

    @POST
    @Path("/verify")
    @Requires(PlatformPermissions.AUDIT_VERIFY)
    @Operation(
            value =
                    "Computes the whole chain anew and names the first row that is wrong; a million rows take about half a minute.",
            problems = "platform.audit.verifying")
    public Verdict verify() {
        return log.verify();
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
