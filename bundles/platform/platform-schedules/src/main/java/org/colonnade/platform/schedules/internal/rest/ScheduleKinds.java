package org.colonnade.platform.schedules.internal.rest;

import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.colonnade.platform.api.schedule.ScheduleParameter;
import org.colonnade.platform.api.schedule.Schedules;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.schedules.internal.Kinds;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What can be scheduled. */
@Component(service = ScheduleKinds.class)
@Path("/schedule-kinds")
@Produces(MediaType.APPLICATION_JSON)
public class ScheduleKinds {

    private final Kinds kinds;

    @Activate
    public ScheduleKinds(@Reference Kinds kinds) {
        this.kinds = kinds;
    }

    /**
     * A kind of job that can be scheduled.
     *
     * @param kind its name
     * @param labels what people call it, by language tag
     * @param permission what whoever schedules it must have besides the right to make schedules; missing if nothing
     * @param parameters what a schedule may say to the job
     */
    public record Kind(
            String kind, Map<String, String> labels, String permission, List<ScheduleParameter> parameters) {}

    /**
     * Kinds.
     *
     * @param items by name
     */
    public record All(List<Kind> items) {}

    @GET
    @Requires(Schedules.READ)
    @Operation("The kinds of job that the functions which are here offer for schedules, with their parameters")
    public All list() {
        return new All(kinds.all().stream()
                .map(kind -> new Kind(kind.kind(), kind.labels(), kind.permission(), kind.parameters()))
                .toList());
    }
}
