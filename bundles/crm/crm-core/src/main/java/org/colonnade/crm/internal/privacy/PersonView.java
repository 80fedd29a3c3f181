package org.colonnade.crm.internal.privacy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.Relationship;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.domain.EmailRule;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.crm.internal.store.MergeTraces;
import org.colonnade.crm.internal.store.PersonTraces;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.privacy.PersonFacts;

/** A party as the platform sees a person: by what it is recognised, and everything that is known of it, in plain values. */
final class PersonView {

    private static final String WHOLE_DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private PersonView() {}

    static PersonFacts facts(PartyDraft party) {
        PersonName name = party.name() == null ? PersonName.NONE : party.name();
        Set<String> names = new LinkedHashSet<>();
        names.add(party.displayName());
        names.add(Texts.join(" ", name.given(), name.family()));
        names.removeIf(Texts::blank);
        boolean whole = party.birthday() != null && party.birthday().matches(WHOLE_DAY);
        return new PersonFacts(
                names,
                whole ? party.birthday() : null,
                party.contactPoints().stream()
                        .filter(point -> point.type() == ContactType.EMAIL)
                        .map(point -> EmailRule.key(point.value()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                party.contactPoints().stream()
                        .filter(point -> point.type() == ContactType.PHONE)
                        .map(ContactPoint::normalised)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                written(party));
    }

    /** Identifiers, and telephone numbers of which nobody knows the country. */
    private static Set<String> written(PartyDraft party) {
        return Stream.concat(
                        party.identifiers().stream().map(Identifier::value),
                        party.contactPoints().stream()
                                .filter(point -> point.type() == ContactType.PHONE && point.normalised() == null)
                                .map(ContactPoint::value))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    static Map<String, Object> fields(PartyContent content) {
        Map<String, Object> fields = new LinkedHashMap<>(Json.MAPPER.convertValue(content.draft(), FIELDS));
        fields.values().removeIf(Objects::isNull);
        fields.put("cardLines", content.lines().values().stream().sorted().toList());
        fields.put("kept", content.kept());
        return fields;
    }

    static Map<String, Object> fields(PersonTraces.Written note) {
        return Map.of("text", note.text(), "author", note.author());
    }

    static Map<String, Object> fields(Relationship relationship) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", relationship.type());
        fields.put("other", relationship.other().toString());
        fields.put("since", relationship.since());
        fields.put("until", relationship.until());
        return fields;
    }

    static Map<String, Object> fields(MergeTraces.Told told) {
        List<Map<String, Object>> before = told.images().stream()
                .map(image -> {
                    Map<String, Object> fields =
                            fields(new PartyContent(image.draft(), image.lines(), List.of(), image.kept()));
                    fields.put("party", StoredParty.ref(image.party()).toString());
                    return fields;
                })
                .toList();
        return Map.of("mergedAt", told.mergedAt(), "before", before);
    }

    static Map<String, Object> fields(PersonTraces.Item item) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", item.status());
        fields.put("name", item.name());
        fields.put("code", item.code());
        fields.put("messages", item.messages());
        return fields;
    }

    /** The texts by which a card that became nobody is recognised as the person's; short ones would fit anybody. */
    static List<String> texts(PartyDraft party) {
        PersonFacts facts = facts(party);
        Set<String> texts = new LinkedHashSet<>(facts.emails());
        texts.addAll(facts.phones());
        party.contactPoints().stream()
                .filter(point -> point.type() == ContactType.PHONE || point.type() == ContactType.EMAIL)
                .map(ContactPoint::value)
                .forEach(texts::add);
        facts.names().stream().filter(name -> name.strip().contains(" ")).forEach(texts::add);
        return texts.stream()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> text.length() >= 6)
                .toList();
    }
}
