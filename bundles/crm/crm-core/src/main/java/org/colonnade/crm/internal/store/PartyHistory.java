package org.colonnade.crm.internal.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.Json;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.store.Work;

/** Writes each version of a party into the history, whatever the channel, in the transaction that made it. */
public final class PartyHistory {

    /** Leaves out what a party does not say, so that two versions differ only where they say something else. */
    private static final ObjectMapper MAPPER = Json.MAPPER
            .copy()
            .setDefaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .setVisibility(PropertyAccessor.GETTER, Visibility.NONE)
            .setVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, Visibility.ANY);

    private PartyHistory() {}

    /** What a version says: the party's fields, beside them whether it was put away. */
    private record Snapshot(@JsonUnwrapped PartyDraft fields, boolean archived) {}

    /** Notes a party that was stored, as its row and its content are now. */
    static void write(Work work, StoredParty party, String action) {
        work.record(Change.of(
                StoredParty.ref(party.id()),
                action,
                party.row().version(),
                text(new Snapshot(party.content().draft(), party.row().archived()))));
    }

    /** What stays of a version when the person is forgotten: nothing. */
    public static String redacted(String version) {
        return null;
    }

    private static String text(Snapshot snapshot) {
        try {
            return MAPPER.writeValueAsString(snapshot);
        } catch (JsonProcessingException ourOwnRecords) {
            throw new IllegalStateException(ourOwnRecords);
        }
    }
}
