package org.colonnade.crm.internal.party;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.record.RecordDesk;

/** A party as far as somebody may see its fields, for files in formats of their own. */
public final class PartySight {

    /** A card must have a name. */
    private static final String UNNAMED = "•••";

    private final RecordDesk<PartyRecord, PartyDraft> desk;

    public PartySight(RecordDesk<PartyRecord, PartyDraft> desk) {
        this.desk = desk;
    }

    /**
     * The content without what is withheld from the actor. What came with a card and has no field, and what was said in notes, may hold the
     * same once more: it is left out as soon as anything is withheld.
     */
    public PartyContent of(Actor actor, PartyContent content) {
        boolean all = desk.kind().fields().stream().allMatch(field -> desk.sees(actor, field.name()));
        return all
                ? content
                : new PartyContent(
                        seen(content.draft(), field -> desk.sees(actor, field)), Map.of(), List.of(), List.of());
    }

    private static PartyDraft seen(PartyDraft d, Predicate<String> sees) {
        return d.revised()
                .displayName(sees.test("displayName") ? d.displayName() : UNNAMED)
                .name(sees.test("name") ? d.name() : null)
                .organisation(text(d.organisation(), "organisation", sees))
                .unit(text(d.unit(), "unit", sees))
                .jobTitle(text(d.jobTitle(), "jobTitle", sees))
                .role(text(d.role(), "role", sees))
                .birthday(text(d.birthday(), "birthday", sees))
                .language(text(d.language(), "language", sees))
                .timeZone(text(d.timeZone(), "timeZone", sees))
                .contactPoints(sees.test("contactPoints") ? d.contactPoints() : List.of())
                .tags(sees.test("tags") ? d.tags() : List.of())
                .identifiers(sees.test("identifiers") ? d.identifiers() : List.of())
                .draft();
    }

    private static String text(String value, String field, Predicate<String> sees) {
        return sees.test(field) ? value : null;
    }
}
