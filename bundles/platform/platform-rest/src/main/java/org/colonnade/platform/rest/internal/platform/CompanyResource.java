package org.colonnade.platform.rest.internal.platform;

import java.net.URI;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.company.Companies;
import org.colonnade.platform.api.company.Company;
import org.colonnade.platform.api.company.CompanyDraft;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.api.web.Versions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The companies of the installation. */
@Component(service = CompanyResource.class)
@Path("/companies")
@Produces(MediaType.APPLICATION_JSON)
public final class CompanyResource {

    private final Companies companies;

    @Activate
    public CompanyResource(@Reference Companies companies) {
        this.companies = companies;
    }

    @GET
    @Requires(value = PlatformPermissions.COMPANIES_READ, scope = Scope.GLOBAL)
    @Operation(value = "All companies by code", of = View.class)
    public List<View> all() {
        return companies.all().stream().map(View::of).toList();
    }

    @GET
    @Path("{code}")
    @Requires(value = PlatformPermissions.COMPANIES_READ, scope = Scope.GLOBAL)
    @Operation(value = "One company", answers = View.class, problems = "platform.company.not-found")
    public Response get(@PathParam("code") String code) {
        return shown(Response.ok(), companies.company(code));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(value = PlatformPermissions.COMPANIES_CHANGE, scope = Scope.GLOBAL)
    @Operation(
            value =
                    "Opens a company; who belongs to it is said of each user, and requests name it in the header Colonnade-Company",
            example =
                    """
                    {"code": "siam-tea", "name": "Siam Tea Co., Ltd.", "currency": "THB", "zone": "Asia/Bangkok", "language": "th"}""",
            status = 201,
            answers = View.class,
            problems = {"platform.company.invalid", "platform.company.taken"})
    public Response open(CompanyDraft draft) {
        Company opened = companies.open(draft);
        return shown(Response.created(URI.create("companies/" + opened.code())), opened);
    }

    @PATCH
    @Path("{code}")
    @Consumes("application/merge-patch+json")
    @Requires(value = PlatformPermissions.COMPANIES_CHANGE, scope = Scope.GLOBAL)
    @Operation(
            value = "Changes a company; one that is not active any more keeps its records, and nobody works in it",
            example = """
                    {"name": "Chao Phraya Tea Trading"}""",
            answers = View.class,
            patches = CompanyDraft.class,
            problems = {"platform.company.not-found", "platform.company.invalid", "platform.company.last"})
    public Response change(@PathParam("code") String code, MergePatch patch, @HeaderParam("If-Match") String ifMatch) {
        Company before = companies.company(code);
        Versions.match(ifMatch, before.version());
        CompanyDraft draft = patch.applyTo(new CompanyDraft(
                before.code(),
                before.name(),
                before.currency(),
                before.zone(),
                before.language(),
                before.yearStart(),
                before.active()));
        return shown(Response.ok(), companies.change(code, before.version(), draft));
    }

    private static Response shown(Response.ResponseBuilder answer, Company company) {
        return answer.entity(View.of(company))
                .tag(Long.toString(company.version()))
                .build();
    }

    /**
     * A company as people see it.
     *
     * @param code what people and requests call it
     * @param name the legal name
     * @param currency in which it keeps its books, ISO 4217
     * @param zone of its days
     * @param language of what it sends out, BCP 47
     * @param yearStart the first day of its fiscal year, MM-DD
     * @param active whether people can work in it
     * @param createdAt UTC
     * @param version for If-Match
     */
    public record View(
            String code,
            String name,
            String currency,
            String zone,
            String language,
            String yearStart,
            boolean active,
            java.time.Instant createdAt,
            long version) {

        static View of(Company company) {
            return new View(
                    company.code(),
                    company.name(),
                    company.currency(),
                    company.zone(),
                    company.language(),
                    company.yearStart(),
                    company.active(),
                    company.createdAt(),
                    company.version());
        }
    }
}
