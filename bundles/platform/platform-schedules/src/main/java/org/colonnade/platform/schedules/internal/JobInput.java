package org.colonnade.platform.schedules.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.colonnade.platform.api.Ref;

/** What a schedule tells its job, as one JSON object. */
final class JobInput {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JobInput() {}

    static String of(Schedule schedule, Ref ref, Instant planned) {
        Map<String, Object> input = new LinkedHashMap<>(schedule.parameters());
        input.put("plannedAt", planned.toString());
        input.put("schedule", ref.toString());
        try {
            return JSON.writeValueAsString(input);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
