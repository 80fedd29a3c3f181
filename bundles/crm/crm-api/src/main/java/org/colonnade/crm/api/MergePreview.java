package org.colonnade.crm.api;

import java.util.List;

/**
 * What a merge would make.
 *
 * @param result the surviving party as it would be
 * @param fields where the parties say different things, and whose value would be taken
 * @since 1.1
 */
public record MergePreview(PartyDraft result, List<MergeField> fields) {

    public MergePreview {
        fields = List.copyOf(fields);
    }
}
