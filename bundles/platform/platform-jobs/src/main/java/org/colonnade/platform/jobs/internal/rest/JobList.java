package org.colonnade.platform.jobs.internal.rest;

import java.io.InputStream;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.EntityTag;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobFile;
import org.colonnade.platform.api.job.JobFiles;
import org.colonnade.platform.api.job.JobQuery;
import org.colonnade.platform.api.job.JobState;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Versions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Jobs: how they stand, what they made, and how to be rid of them. */
@Component(service = JobList.class)
@Path("/jobs")
public final class JobList {

    private final Jobs jobs;

    @Activate
    public JobList(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Lists my jobs, newest first; with platform.jobs.read everybody's, unless 'mine' is true",
            of = JobView.class,
            problems = {"platform.page.limit", "platform.page.cursor"})
    public Page<JobView> list(
            @QueryParam("state") JobState state,
            @QueryParam("kind") String kind,
            @QueryParam("mine") Boolean mine,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        JobQuery query = new JobQuery(state, kind == null || kind.isBlank() ? null : kind, Boolean.TRUE.equals(mine));
        return jobs.list(query, PageRequest.of(limit, after)).map(JobView::of);
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Open(Open.To.SIGNED_IN)
    @Operation(value = "How a job stands", answers = JobView.class, problems = "platform.job.not-found")
    public Response read(@PathParam("id") String id) {
        return answer(jobs.get(id));
    }

    @POST
    @Path("{id}/cancel")
    @Produces(MediaType.APPLICATION_JSON)
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Calls a job off; what it has stored until then stays",
            answers = JobView.class,
            problems = {"platform.job.not-found", "platform.job.ended"})
    public Response cancel(@PathParam("id") String id) {
        return answer(jobs.cancel(id));
    }

    @DELETE
    @Path("{id}")
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "Removes a job that has ended, with its files",
            status = 204,
            problems = {"platform.job.not-found", "platform.job.not-ended", "platform.record.stale"})
    public void remove(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Versions.match(ifMatch, jobs.get(id).change());
        jobs.remove(id);
    }

    @GET
    @Path("{id}/files/{name}")
    @Produces(MediaType.WILDCARD)
    @Open(Open.To.SIGNED_IN)
    @Operation(
            value = "A file of a job: what it was given, or what it made",
            problems = {
                "platform.job.not-found",
                "platform.job.file-not-found",
                "platform.job.file-erased",
                "platform.job.elsewhere"
            })
    public Download file(@PathParam("id") String id, @PathParam("name") String name) {
        JobFiles files = jobs.files(id);
        // says why a file is not there
        files.path(name);
        JobFile file = files.find(name)
                .orElseThrow(() -> new NotFound("platform.job.file-not-found", "The job has no file of that name."));
        return new Download(file.contentType(), file.name(), out -> {
            try (InputStream in = files.read(name)) {
                in.transferTo(out);
            }
        });
    }

    private static Response answer(Job job) {
        String etag = Versions.etag(job.change());
        return Response.ok(JobView.of(job))
                .tag(new EntityTag(etag.substring(1, etag.length() - 1)))
                .build();
    }
}
