package org.colonnade.platform.privacy.internal.rest;

import java.net.URI;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.platform.privacy.internal.PrivacyPermissions;
import org.colonnade.platform.privacy.internal.RetentionDraft;
import org.colonnade.platform.privacy.internal.RetentionRule;
import org.colonnade.platform.privacy.internal.RetentionRun;
import org.colonnade.platform.privacy.internal.retention.RetentionDesk;
import org.colonnade.platform.privacy.internal.retention.RuleDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rules by which records go when their time is over. */
@Component(service = RetentionFiles.class)
@Path("/privacy/retention-rules")
@Produces(MediaType.APPLICATION_JSON)
public final class RetentionFiles {

    private static final int EXAMPLES = 20;

    private final RuleDesk rules;
    private final RetentionDesk runs;

    @Activate
    public RetentionFiles(@Reference RuleDesk rules, @Reference RetentionDesk runs) {
        this.rules = rules;
        this.runs = runs;
    }

    @GET
    @Requires(value = PrivacyPermissions.READ, scope = Scope.GLOBAL)
    @Operation(value = "The rules, newest first", of = RetentionRule.class)
    public Page<RetentionRule> list(@QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return rules.list(PageRequest.of(limit, after));
    }

    @GET
    @Path("kinds")
    @Requires(value = PrivacyPermissions.READ, scope = Scope.GLOBAL)
    @Operation(value = "The kinds of records that rules can be made for", of = RuleDesk.Kind.class)
    public List<RuleDesk.Kind> kinds() {
        return rules.targets();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(value = PrivacyPermissions.RETENTION, scope = Scope.GLOBAL)
    @Operation(
            value = "Makes a rule",
            example =
                    """
                    {"name": "Old contacts", "kind": "crm:party", "olderThanDays": 3650, "action": "ANONYMISE", "enabled": false}""",
            status = 201,
            answers = RetentionRule.class,
            problems = "platform.retention-rule.invalid")
    public Response add(RetentionDraft draft, @Context Actor actor) {
        RetentionRule made = rules.add(actor, draft);
        return Given.withVersion(
                Response.created(URI.create("privacy/retention-rules/" + made.id())), made, made.version());
    }

    @GET
    @Path("{id}")
    @Requires(value = PrivacyPermissions.READ, scope = Scope.GLOBAL)
    @Operation(
            value = "One rule with its newest run",
            answers = RetentionRule.class,
            problems = "platform.retention-rule.not-found")
    public Response get(@PathParam("id") String id) {
        RetentionRule rule = rules.get(id);
        return Given.withVersion(Response.ok(), rule, rule.version());
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Requires(value = PrivacyPermissions.RETENTION, scope = Scope.GLOBAL)
    @Operation(
            value = "Changes a rule",
            example = """
                    {"olderThanDays": 3000}""",
            answers = RetentionRule.class,
            patches = RetentionDraft.class,
            problems = {"platform.retention-rule.not-found", "platform.retention-rule.invalid"})
    public Response change(
            @PathParam("id") String id,
            MergePatch patch,
            @HeaderParam("If-Match") String ifMatch,
            @Context Actor actor) {
        MergePatch given = patch;
        RetentionRule rule = rules.change(actor, id, version -> Versions.match(ifMatch, version), given::applyTo);
        return Given.withVersion(Response.ok(), rule, rule.version());
    }

    @DELETE
    @Path("{id}")
    @Requires(value = PrivacyPermissions.RETENTION, scope = Scope.GLOBAL)
    @Operation(value = "Deletes a rule", status = 204, problems = "platform.retention-rule.not-found")
    public void remove(@PathParam("id") String id, @HeaderParam("If-Match") String ifMatch) {
        rules.remove(id, version -> Versions.match(ifMatch, version));
    }

    @GET
    @Path("{id}/preview")
    @Requires(value = PrivacyPermissions.READ, scope = Scope.GLOBAL)
    @Operation(
            value = "How many records the rule means now, and some of them; nothing is changed",
            problems = {"platform.retention-rule.not-found", "platform.retention.target-away"})
    public RuleDesk.Preview preview(@PathParam("id") String id) {
        return rules.preview(id, EXAMPLES);
    }

    @POST
    @Path("{id}/run")
    @Requires(value = PrivacyPermissions.RETENTION, scope = Scope.GLOBAL)
    @Operation(
            value = "Begins a run of the rule now",
            problems = {
                "platform.retention-rule.not-found",
                "platform.retention.target-away",
                "platform.retention.running"
            })
    public RetentionRun run(@PathParam("id") String id) {
        return runs.start(id);
    }

    @GET
    @Path("{id}/runs")
    @Requires(value = PrivacyPermissions.READ, scope = Scope.GLOBAL)
    @Operation(
            value = "The runs of a rule, newest first",
            of = RetentionRun.class,
            problems = "platform.retention-rule.not-found")
    public Page<RetentionRun> runs(
            @PathParam("id") String id, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return rules.runs(id, PageRequest.of(limit, after));
    }
}
