package org.colonnade.platform.rest.internal.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.problem.Rejected;

/**
 * A refusal in the words of RFC 9457. {@code type} is {@code urn:colonnade:problem:<code>}: a name, not an address; {@code code} is what
 * programs compare.
 *
 * @param status the HTTP status
 * @param code stable, for programs
 * @param detail for people
 * @param fields what is not right; may be empty
 * @param requestId names the request in the log
 */
public record ProblemText(int status, String code, String detail, List<Rejected.Field> fields, String requestId) {

    /** The media type of every body of a 4xx or 5xx. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The prefix of {@code type}. */
    public static final String TYPE = "urn:colonnade:problem:";

    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST = 600;

    /** The JSON document. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", TYPE + code);
            json.writeStringField("title", Titles.of(status));
            json.writeNumberField("status", status);
            json.writeStringField("detail", printable(detail));
            json.writeStringField("code", code);
            writeFields(json);
            json.writeStringField("requestId", requestId);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void writeFields(JsonGenerator json) throws IOException {
        if (fields.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("fields");
        for (Rejected.Field field : fields) {
            json.writeStartObject();
            json.writeStringField("field", printable(field.field()));
            json.writeStringField("fault", printable(field.fault()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Sentences may quote what a caller sent, and that may be anything. */
    private static String printable(String text) {
        if (text == null) {
            return "";
        }
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        if (Fields.storable(cut)) {
            return cut;
        }
        StringBuilder clean = new StringBuilder(cut.length());
        cut.codePoints()
                .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
