package org.colonnade.platform.records.internal.rights;

import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What roles withhold of single fields, for administrators. */
@Component(service = FieldRightResource.class)
@Path("/field-rights")
@Produces(MediaType.APPLICATION_JSON)
public final class FieldRightResource {

    public static final String READ = "platform.field-rights.read";
    public static final String CHANGE = "platform.field-rights.change";

    private final FieldRights rights;

    @Activate
    public FieldRightResource(@Reference FieldRights rights) {
        this.rights = rights;
    }

    /** All, or those of one role. */
    @GET
    @Requires(value = READ, scope = Scope.GLOBAL)
    @Operation("What roles withhold of single fields; what is not named is open")
    public List<FieldRights.Right> list(@QueryParam("role") String role) {
        return rights.all().stream()
                .filter(right -> role == null || right.role().equals(role))
                .toList();
    }

    /** One. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(value = CHANGE, scope = Scope.GLOBAL)
    @Operation(
            value = "Says what a role leaves of a field: NONE, MASK, READ, or WRITE for everything",
            example = "{\"role\": \"trainee\", \"kind\": \"crm:lead\", \"field\": \"phone\", \"access\": \"MASK\"}",
            problems = "platform.field-right.invalid")
    public FieldRights.Right put(FieldRights.Right right, @Context Actor actor) {
        Fields faults = new Fields();
        word(faults, "role", right.role(), "[a-z][a-z0-9-]{0,63}");
        word(faults, "kind", right.kind(), "[a-z][a-z0-9-]{0,30}:[a-z][a-z0-9-]{0,30}");
        word(faults, "field", right.field(), "[a-z][A-Za-z0-9]{0,79}");
        if (right.access() == null) {
            faults.wrong("access", "is required");
        }
        faults.orReject("platform.field-right.invalid");
        rights.put(actor, right);
        return right;
    }

    private static void word(Fields faults, String name, String value, String form) {
        if (value == null || !value.matches(form)) {
            faults.wrong(name, "has the form " + form);
        }
    }
}
