package org.colonnade.platform.store.internal.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.colonnade.platform.api.Tsid;

/**
 * What an erasure says of the rows whose before and after it replaced: the digest of what stands there now. It is the {@code after} of a
 * row in the chain, {@code {"erased": [{"id": "…", "digest": "…"}]}}.
 *
 * @param digests by the row's id
 */
record Mark(Map<Long, byte[]> digests) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String text() {
        ArrayNode rows = JSON.createArrayNode();
        digests.forEach((id, digest) -> rows.addObject()
                .put("id", Tsid.text(id))
                .put("digest", HexFormat.of().formatHex(digest)));
        return JSON.createObjectNode().set("erased", rows).toString();
    }

    /** Empty if the text is no mark. */
    static Mark parse(String text) {
        Map<Long, byte[]> digests = new HashMap<>();
        try {
            for (JsonNode row : JSON.readTree(text).path("erased")) {
                digests.put(
                        Tsid.parse(row.path("id").asText()),
                        HexFormat.of().parseHex(row.path("digest").asText()));
            }
            return new Mark(digests);
        } catch (JsonProcessingException | IllegalArgumentException noMark) {
            return new Mark(Map.of());
        }
    }
}
