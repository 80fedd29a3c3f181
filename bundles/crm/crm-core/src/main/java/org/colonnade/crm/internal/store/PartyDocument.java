package org.colonnade.crm.internal.store;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.platform.api.Ref;

/** The fields of a party as one JSON object, as the API answers them: lists and reads pass it on as it lies there. */
final class PartyDocument {

    private static final ObjectWriter WRITER = Json.MAPPER
            .copy()
            .registerModule(new SimpleModule().addSerializer(Ref.class, ToStringSerializer.instance))
            .setDefaultPropertyInclusion(Include.NON_NULL)
            .writer();

    private PartyDocument() {}

    /** @param names of the kept properties, one a line */
    static String of(PartyDraft party, String names) {
        try {
            String fields = WRITER.writeValueAsString(party);
            String kept = WRITER.writeValueAsString(kept(names));
            return fields.substring(0, fields.length() - 1) + ",\"kept\":" + kept + '}';
        } catch (JsonProcessingException ourOwnRecords) {
            throw new IllegalStateException(ourOwnRecords);
        }
    }

    /** The names of the kept properties. */
    static List<String> kept(String names) {
        return Texts.blank(names) ? List.of() : new ArrayList<>(List.of(names.split("\n", -1)));
    }
}
