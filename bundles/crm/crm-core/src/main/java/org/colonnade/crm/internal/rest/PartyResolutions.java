package org.colonnade.crm.internal.rest;

import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyResolver;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whose an identifier, an address or a number is. */
@Component(service = PartyResolutions.class)
@Path("/parties/resolve")
@Produces(MediaType.APPLICATION_JSON)
public class PartyResolutions {

    private final PartyResolver resolver;

    @Activate
    public PartyResolutions(@Reference PartyResolver resolver) {
        this.resolver = resolver;
    }

    @GET
    @Requires(PartyDirectory.READ)
    @Operation(
            value =
                    "Whose an identifier (scheme and value), an email or a phone is: nobody's, one party's, or several share it",
            of = Party.class,
            problems = {"crm.query.invalid", "crm.resolve.invalid"})
    public Page<Party> resolve(
            @QueryParam("scheme") String scheme,
            @QueryParam("value") String value,
            @QueryParam("email") String email,
            @QueryParam("phone") String phone,
            @Context Actor actor) {
        List<List<Party>> found = new ArrayList<>();
        if (given(scheme) && given(value)) {
            found.add(resolver.identified(actor, new Identifier(scheme, value)).stream()
                    .toList());
        }
        if (given(email)) {
            found.add(resolver.reachedBy(actor, ContactType.EMAIL, email));
        }
        if (given(phone)) {
            found.add(resolver.reachedBy(actor, ContactType.PHONE, phone));
        }
        if (found.size() != 1 || given(scheme) != given(value)) {
            throw new Rejected("crm.query.invalid", "A parameter of the query is not right.")
                    .field("scheme", "goes with value, or else there is either email or phone");
        }
        return new Page<>(found.get(0), null);
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }
}
