package org.colonnade.platform.security.internal.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.security.Accounts.User;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.security.internal.FirstAdministrator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The very first step. */
@Component(service = Setup.class)
@Path("/setup")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class Setup {

    private final FirstAdministrator first;

    @Activate
    public Setup(@Reference FirstAdministrator first) {
        this.first = first;
    }

    @POST
    @Open(Open.To.EVERYBODY)
    @Operation(
            value = "Makes the first administrator with the one-time secret of the data folder",
            example =
                    """
                    {"secret": "col_the-one-time-secret-of-the-file-administrator-se", "name": "admin", "password": "four quiet elephants", "displayName": "Admin"}""",
            status = 201,
            answers = User.class,
            problems = {
                "platform.setup.done",
                "platform.setup.secret",
                "platform.user.invalid",
                "platform.password.refused"
            })
    public Response setup(Draft draft) {
        Draft given = draft;
        return Given.created(first.make(given.secret, given.name, given.password, given.displayName));
    }

    /**
     * The first administrator to be.
     *
     * @param secret the one-time secret, as the file holds it
     * @param name the sign-in name
     * @param password at least 15 characters
     * @param displayName what people see; the name if missing
     */
    public record Draft(String secret, String name, String password, String displayName) {}
}
