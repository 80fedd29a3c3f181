package org.colonnade.crm.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.domain.PartyContent;

/**
 * What a merge has to remember so that it can be undone.
 *
 * @param before the parties as they were, the survivor first
 * @param after the survivor right after the merge
 */
public record MergeJournal(List<Image> before, Image after) {

    public MergeJournal {
        before = List.copyOf(before);
    }

    /**
     * A party as it was, without its notes.
     *
     * @param party its id
     * @param draft its fields
     * @param lines the lines of its contact points, see {@link PartyContent#lines()}
     * @param kept its properties without a field
     * @param changedAt when it was last changed, ISO 8601
     * @param changedBy by whom
     */
    public record Image(
            long party,
            PartyDraft draft,
            Map<String, String> lines,
            List<String> kept,
            String changedAt,
            String changedBy) {

        static Image of(StoredParty party, PartyContent content) {
            return new Image(
                    party.id(),
                    content.draft(),
                    content.lines(),
                    content.kept(),
                    party.changedAt().toString(),
                    party.row().changedBy());
        }

        PartyContent content() {
            return new PartyContent(draft, lines, List.of(), kept);
        }

        Instant changed() {
            return Instant.parse(changedAt);
        }
    }
}
