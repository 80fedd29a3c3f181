package org.colonnade.crm.internal.party;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordField;

/** A party as far as somebody may see its fields, for files in formats of their own. */
public final class PartySight {

    /** A card must have a name. */
    private static final String UNNAMED = "•••";

    private final Set<String> seen;
    private final boolean all;

    /** Asks for the rights once, for everything that is written in one go. */
    public PartySight(RecordDesk<PartyRecord, PartyDraft> desk, Actor actor) {
        List<String> fields =
                desk.kind().fields().stream().map(RecordField::name).toList();
        this.seen = fields.stream().filter(field -> desk.sees(actor, field)).collect(Collectors.toUnmodifiableSet());
        this.all = seen.size() == fields.size();
    }

    /**
     * The content without what is withheld. What came with a card and has no field, and what was said in notes, may hold the same once
     * more: it is left out as soon as anything is withheld.
     */
    public PartyContent of(PartyContent content) {
        return all
                ? content
                : new PartyContent(seen(content.draft(), seen::contains, UNNAMED), Map.of(), List.of(), List.of());
    }

    /** The fields in which somebody looks for words; notes are left out as soon as anything is withheld, as in files. */
    static PartyDraft searched(PartyDraft d, Predicate<String> sees) {
        return seen(d, sees, null);
    }

    private static PartyDraft seen(PartyDraft d, Predicate<String> sees, String unnamed) {
        return d.revised()
                .displayName(sees.test("displayName") ? d.displayName() : unnamed)
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
