package org.colonnade.testkit.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether an example is JSON as strict as the platform's, with fields that its type has. */
final class ExampleJson {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ExampleJson() {}

    static Optional<String> fault(String example, Class<?> type) {
        if (example.isBlank()) {
            return Optional.of("takes a body, but shows no example");
        }
        try {
            JsonNode json = STRICT.readTree(example);
            return type.isRecord() ? unknownField(json, type) : Optional.empty();
        } catch (JsonProcessingException broken) {
            return Optional.of("shows an example that is no JSON: " + broken.getOriginalMessage());
        }
    }

    private static Optional<String> unknownField(JsonNode json, Class<?> type) {
        if (!json.isObject()) {
            return Optional.of("shows an example that is no JSON object");
        }
        Set<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        for (Iterator<String> fields = json.fieldNames(); fields.hasNext(); ) {
            String field = fields.next();
            if (!known.contains(field)) {
                return Optional.of(
                        "shows an example with '" + field + "', which " + type.getSimpleName() + " does not have");
            }
        }
        return Optional.empty();
    }
}
