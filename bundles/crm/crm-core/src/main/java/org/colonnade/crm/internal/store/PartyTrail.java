package org.colonnade.crm.internal.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.Json;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.store.Work;

/** Writes down what each version of a party says, whoever made it: by hand, by an import, by a merge. */
public final class PartyTrail {

    private PartyTrail() {}

    /** The party as it will be stored; to be called before its version has grown. */
    static void write(Work work, StoredParty party, String action) {
        ObjectNode snapshot = Json.MAPPER.valueToTree(party.content().draft());
        Iterator<JsonNode> members = snapshot.elements();
        while (members.hasNext()) {
            if (members.next().isNull()) {
                members.remove();
            }
        }
        snapshot.put("archived", party.row().archived());
        work.record(Change.of(StoredParty.ref(party.id()), action, party.row().version() + 1, Json.write(snapshot)));
    }

    /** The input that a version was made of. */
    public static PartyDraft draft(String snapshot) {
        ObjectNode tree = (ObjectNode) Json.read(snapshot, JsonNode.class);
        tree.remove("archived");
        return Json.MAPPER.convertValue(tree, PartyDraft.class);
    }
}
