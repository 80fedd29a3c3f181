package org.colonnade.platform.rest.internal.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.rest.internal.problem.Diagnosis;

/** Says in the house's words what is wrong with a JSON body: where, and what was expected; never in the words of Java. */
final class JsonFaults {

    private JsonFaults() {}

    /** Does the reading and turns what the parser has to say into a {@link Malformed}. */
    static <T> T explained(Callable<T> reading) throws IOException {
        try {
            return required(reading.call());
        } catch (JsonProcessingException e) {
            throw explain(e);
        } catch (CharConversionException e) {
            throw new Malformed("platform.json.malformed", "The body is no UTF-8 text.");
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T required(T value) {
        if (value == null
                || value instanceof com.fasterxml.jackson.databind.JsonNode tree
                        && (tree.isMissingNode() || tree.isNull())) {
            throw missing();
        }
        return value;
    }

    static Malformed missing() {
        return new Malformed("platform.body.missing", "This operation needs a JSON body.");
    }

    private static Problem explain(JsonProcessingException e) {
        Optional<Problem> ours = Diagnosis.find(e, Problem.class);
        if (ours.isPresent()) {
            return ours.get();
        }
        if (Diagnosis.find(e, StreamConstraintsException.class).isPresent()) {
            return new Malformed(
                    "platform.json.malformed",
                    "The JSON is nested too deeply, or a name or number in it is too long" + place(e) + ".");
        }
        Optional<JsonParseException> syntax = Diagnosis.find(e, JsonParseException.class);
        if (syntax.isEmpty() && e instanceof JsonMappingException mapping) {
            return explainMapping(mapping);
        }
        if (syntax.isPresent() && syntax.get().getOriginalMessage().startsWith("Duplicate field")) {
            return new Malformed("platform.json.duplicate-field", "The JSON names a field twice" + place(e) + ".");
        }
        return new Malformed("platform.json.malformed", "The body is no JSON" + place(e) + ".");
    }

    private static Problem explainMapping(JsonMappingException e) {
        String path = path(e);
        if (e instanceof PropertyBindingException unknown) {
            return wrong(
                    "platform.json.unknown-field", "The field '" + path + "' is not known here.", path, known(unknown));
        }
        if (e instanceof InvalidFormatException format && format.getValue() instanceof String) {
            return wrong(
                    "platform.json.wrong-value",
                    "The value of '" + path + "' is not right.",
                    path,
                    "is not " + shape(format));
        }
        if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
            return wrong(
                    "platform.json.wrong-value",
                    "The value of '" + path + "' is not right.",
                    path,
                    reason(refused.getCause()));
        }
        if (e instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch, path);
        }
        return wrong("platform.json.wrong-value", "The value of '" + path + "' is not right.", path, "cannot be read");
    }

    private static Problem mismatch(MismatchedInputException e, String path) {
        String said = e.getOriginalMessage();
        if (said.startsWith("No content to map")) {
            return missing();
        }
        if (said.startsWith("Trailing token")) {
            return new Malformed("platform.json.malformed", "The body holds more than one JSON value.");
        }
        if (said.startsWith("Duplicate field")) {
            return new Malformed("platform.json.duplicate-field", "The JSON names the field '" + path + "' twice.");
        }
        if (said.startsWith("Cannot map `null`")) {
            return wrong(
                    "platform.json.missing-field", "'" + path + "' is required.", path, "is required: " + shape(e));
        }
        return wrong("platform.json.wrong-type", "'" + path + "' is of the wrong kind.", path, "is not " + shape(e));
    }

    private static Malformed wrong(String code, String sentence, String path, String fault) {
        return new Malformed(
                code, path.isEmpty() ? "The body " + fault + "." : sentence, List.of(new Rejected.Field(path, fault)));
    }

    private static String known(PropertyBindingException e) {
        if (e.getKnownPropertyIds() == null) {
            return "is not known";
        }
        return "is not known; known are "
                + e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String shape(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        if (type == null) {
            return "of the kind that is expected";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(c -> ((Enum<?>) c).name())
                            .collect(Collectors.joining(", "));
        }
        return Texts.of(type).map(Texts.Kind::shape).orElseGet(() -> plain(type));
    }

    private static String plain(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number in range";
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return "a list";
        }
        return "an object";
    }

    /** What a record's own constructor said: the house's records speak plainly, and null checks name the component. */
    private static String reason(Throwable cause) {
        String said = cause.getMessage();
        if (cause instanceof NullPointerException) {
            return said != null && said.matches("[A-Za-z]{1,40}") ? "lacks '" + said + "'" : "lacks a value";
        }
        return cause instanceof IllegalArgumentException && said != null ? "is not right: " + said : "is not right";
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }
}
