package org.colonnade.platform.jobs.internal.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobFile;
import org.colonnade.platform.api.job.JobPriority;
import org.colonnade.platform.api.job.JobState;
import org.colonnade.platform.jobs.internal.engine.JsonText;

/**
 * A job as the API shows it.
 *
 * @param done in the worker's own measure
 * @param total in the same; missing while it is not known
 * @param waitingFor the function without which it cannot run
 * @param cancelling whether it was called off and has not ended yet
 * @param result what its worker left, any JSON
 */
public record JobView(
        String id,
        String kind,
        String title,
        JobState state,
        JobPriority priority,
        Ref owner,
        String ownerName,
        long done,
        Long total,
        String message,
        String waitingFor,
        boolean cancelling,
        Job.Failure failure,
        Object result,
        List<JobFile> files,
        Instant createdAt,
        Instant startedAt,
        Instant changedAt,
        Instant endedAt,
        Instant keptUntil) {

    static JobView of(Job job) {
        return new JobView(
                job.id(),
                job.kind(),
                job.title(),
                job.state(),
                job.priority(),
                job.owner(),
                job.ownerName(),
                job.done(),
                job.total(),
                job.message(),
                job.waitingFor(),
                job.cancelling(),
                job.failure(),
                JsonText.value(job.result()),
                job.files(),
                job.createdAt(),
                job.startedAt(),
                job.changedAt(),
                job.endedAt(),
                job.keptUntil());
    }

    /** The same in one line of JSON. */
    String line() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("kind", kind);
        json.put("title", title);
        json.put("state", state.name());
        json.put("priority", priority.name());
        json.put("owner", owner.toString());
        json.put("ownerName", ownerName);
        json.put("done", done);
        json.put("total", total);
        json.put("message", message);
        json.put("waitingFor", waitingFor);
        json.put("cancelling", cancelling);
        json.put("failure", failure == null ? null : Map.of("code", failure.code(), "sentence", failure.sentence()));
        json.put("result", result);
        json.put("files", files.stream().map(JobView::line).toList());
        json.put("createdAt", createdAt.toString());
        json.put("startedAt", text(startedAt));
        json.put("changedAt", changedAt.toString());
        json.put("endedAt", text(endedAt));
        json.put("keptUntil", text(keptUntil));
        json.values().removeIf(value -> value == null);
        return JsonText.text(json);
    }

    private static Map<String, Object> line(JobFile file) {
        return Map.of(
                "name", file.name(),
                "contentType", file.contentType(),
                "size", file.size(),
                "createdAt", file.createdAt().toString());
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
