package org.colonnade.crm.internal.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.PartyContent;

/** A party's whole content as one word: JSON, deflated, in base 64. */
final class ExactText {

    /** More than any party can hold; what claims to be longer is none of ours. */
    private static final int LONGEST = 32 << 20;

    private ExactText() {}

    static String write(PartyContent content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
                deflated.write(Json.MAPPER.writeValueAsBytes(content));
            }
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException notFromMemory) {
            throw new UncheckedIOException(notFromMemory);
        }
    }

    /** The content, or null if the word is none that this version wrote. */
    static PartyContent read(String word) {
        try (InflaterInputStream inflated = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(word)))) {
            byte[] json = inflated.readNBytes(LONGEST);
            return json.length == LONGEST ? null : Json.MAPPER.readValue(json, PartyContent.class);
        } catch (JsonProcessingException | IllegalArgumentException notOurs) {
            return null;
        } catch (IOException notDeflated) {
            return null;
        }
    }
}
