package org.colonnade.platform.jobs.internal.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.jobs.internal.domain.DraftRule;

/** JSON as text, which workers give and take. */
public final class JsonText {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private JsonText() {}

    /** Whether it is one value of JSON. */
    public static boolean valid(String text) {
        try {
            return text != null && Fields.storable(text) && !JSON.readTree(text).isMissingNode();
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    /** The value as maps, lists and scalars; null for none. */
    public static Object value(String text) {
        try {
            return text == null ? null : JSON.readValue(text, Object.class);
        } catch (JsonProcessingException notJson) {
            return text;
        }
    }

    /** The value as text. */
    public static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String checked(String text) {
        if (text != null && (text.length() > DraftRule.TEXT || !valid(text))) {
            throw new IllegalArgumentException("A result is JSON of at most " + DraftRule.TEXT + " characters");
        }
        return text;
    }
}
