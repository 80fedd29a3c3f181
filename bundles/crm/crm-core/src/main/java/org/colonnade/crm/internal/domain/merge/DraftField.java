package org.colonnade.crm.internal.domain.merge;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.platform.api.Ref;

/** The fields of which a party has one value. */
enum DraftField {
    DISPLAY_NAME("displayName", PartyDraft::displayName),
    NAME("name", draft -> draft.name() == null || draft.name().equals(PersonName.NONE) ? null : draft.name()),
    ORGANISATION("organisation", PartyDraft::organisation),
    UNIT("unit", PartyDraft::unit),
    JOB_TITLE("jobTitle", PartyDraft::jobTitle),
    ROLE("role", PartyDraft::role),
    BIRTHDAY("birthday", PartyDraft::birthday),
    LANGUAGE("language", PartyDraft::language),
    TIME_ZONE("timeZone", PartyDraft::timeZone),
    OWNER("owner", PartyDraft::owner),
    TEAM("team", PartyDraft::team);

    private final String json;
    private final Function<PartyDraft, Object> value;

    DraftField(String json, Function<PartyDraft, Object> value) {
        this.json = json;
        this.value = value;
    }

    /** The field's name in the API. */
    String json() {
        return json;
    }

    /** The field with the name, or null. */
    static DraftField of(String json) {
        return Arrays.stream(values())
                .filter(field -> field.json.equals(json))
                .findFirst()
                .orElse(null);
    }

    /** What the party says; null if nothing. */
    Object of(PartyDraft draft) {
        Object said = value.apply(draft);
        return said instanceof String text && text.isBlank() ? null : said;
    }

    /** Whether two parties say the same. */
    boolean same(PartyDraft one, PartyDraft other) {
        return Objects.equals(of(one), of(other));
    }

    /** The value for people. */
    String text(PartyDraft draft) {
        Object said = of(draft);
        return said instanceof PersonName n
                ? Texts.join(" ", n.prefix(), n.given(), n.additional(), n.family(), n.suffix(), n.nickname())
                : said == null ? null : said.toString();
    }

    /** All values of a party. */
    static Map<DraftField, Object> values(PartyDraft draft) {
        Map<DraftField, Object> values = new EnumMap<>(DraftField.class);
        for (DraftField field : values()) {
            values.put(field, field.of(draft));
        }
        return values;
    }

    /** A party of these values. */
    static PartyDraft draft(
            PartyKind kind,
            Map<DraftField, Object> values,
            List<ContactPoint> points,
            List<String> tags,
            List<Identifier> identifiers) {
        PersonName name = (PersonName) values.get(NAME);
        return PartyDraft.nobody(kind)
                .revised()
                .displayName((String) values.get(DISPLAY_NAME))
                .name(name == null ? PersonName.NONE : name)
                .organisation((String) values.get(ORGANISATION))
                .unit((String) values.get(UNIT))
                .jobTitle((String) values.get(JOB_TITLE))
                .role((String) values.get(ROLE))
                .birthday((String) values.get(BIRTHDAY))
                .language((String) values.get(LANGUAGE))
                .timeZone((String) values.get(TIME_ZONE))
                .contactPoints(points)
                .tags(tags)
                .identifiers(identifiers)
                .owner((Ref) values.get(OWNER))
                .team((Ref) values.get(TEAM))
                .draft();
    }
}
