package org.colonnade.crm.internal.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.crm.api.capture.CaptureEntry;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.TooLarge;

/** Reads what a browser sends of a form: {@code application/x-www-form-urlencoded} in UTF-8, as strictly as JSON. */
public final class FormBody {

    private static final int MOST_BYTES = 64 << 10;
    private static final Set<String> NAMES = Set.of(
            "givenName", "familyName", "organisation", "email", "phone", "interest", "consent", "consentVersion", "stamp",
            "website");
    private static final Set<String> YES = Set.of("true", "on", "yes", "1");

    private FormBody() {}

    /** @throws Malformed {@code crm.capture.form} @throws TooLarge {@code platform.body.too-large} */
    public static CaptureEntry read(InputStream body) {
        Map<String, String> values = values(body);
        String consent = values.get("consent");
        return new CaptureEntry(
                values.get("givenName"),
                values.get("familyName"),
                values.get("organisation"),
                values.get("email"),
                values.get("phone"),
                values.get("interest"),
                consent != null && YES.contains(consent),
                values.get("consentVersion"),
                values.get("stamp"),
                values.get("website"));
    }

    private static Map<String, String> values(InputStream body) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text(body).split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                if (!NAMES.contains(name)) {
                    throw wrong(Texts.cut(name, 80), "is not known");
                }
                if (values.putIfAbsent(name, value) != null) {
                    throw wrong(name, "is there twice");
                }
            }
        }
        values.values().removeIf(String::isEmpty);
        return values;
    }

    private static String text(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new TooLarge("platform.body.too-large", "A form has at most " + MOST_BYTES + " bytes.");
            }
            return strict(bytes);
        } catch (CharacterCodingException notText) {
            throw wrong("body", "is no UTF-8 text");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String strict(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    private static String decoded(String text) {
        try {
            String raw = URLDecoder.decode(text, StandardCharsets.ISO_8859_1);
            boolean escaped = text.indexOf('%') >= 0 && raw.chars().allMatch(c -> c < 256);
            return escaped ? strict(raw.getBytes(StandardCharsets.ISO_8859_1)) : URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            throw wrong("body", "holds a broken escape, or is no UTF-8 text");
        }
    }

    private static Malformed wrong(String field, String fault) {
        return new Malformed(
                "crm.capture.form", "The form cannot be read.", List.of(new Rejected.Field(field, fault)));
    }
}
