package org.colonnade.crm.internal.card;

import ezvcard.VCard;
import ezvcard.property.Categories;
import ezvcard.property.Kind;
import ezvcard.property.Note;
import ezvcard.property.RawProperty;
import ezvcard.property.VCardProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.internal.domain.ContactRule;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.PointChange;
import org.colonnade.crm.internal.domain.Texts;

/** What a card says: field by field as long as there is one, the rest kept word for word. Takes one card. */
final class CardContents {

    static final String IDENTIFIER = "X-COLONNADE-IDENTIFIER";
    static final String SHOW_AS = "X-ABShowAs";

    private final PhoneRule phones;
    private final List<VCardProperty> rest;

    private CardContents(VCard card, PhoneRule phones) {
        this.phones = phones;
        this.rest = new ArrayList<>(card.getProperties());
    }

    static PartyContent of(VCard card, PhoneRule phones) {
        return new CardContents(card, phones).read();
    }

    private PartyContent read() {
        boolean organisation = saysOrganisation();
        List<String> tags = tags();
        List<String> notes = notes();
        List<Identifier> identifiers = identifiers();
        Map<String, String> lines = new HashMap<>();
        List<ContactPoint> contactPoints = contactPoints(lines);
        PersonName parts = Slots.NAME.take(rest);
        PersonName name = parts == null ? PersonName.NONE : parts;
        List<String> employer = Slots.ORGANISATION.take(rest);
        String displayName = Slots.DISPLAY_NAME.take(rest);
        String nickname = Slots.NICKNAME.take(rest);
        String orgName = employer == null ? null : employer.get(0);
        boolean nobody = parts == null && orgName != null && (displayName == null || displayName.equals(orgName));
        PartyDraft draft = new PartyDraft(
                organisation || nobody ? PartyKind.ORGANISATION : PartyKind.PERSON,
                displayName,
                new PersonName(
                        name.prefix(),
                        name.given(),
                        name.additional(),
                        name.family(),
                        name.suffix(),
                        nickname,
                        Slots.PHONETIC_GIVEN.take(rest),
                        Slots.PHONETIC_FAMILY.take(rest)),
                orgName,
                employer == null ? null : employer.get(1),
                Slots.JOB_TITLE.take(rest),
                Slots.ROLE.take(rest),
                Slots.BIRTHDAY.take(rest),
                Slots.LANGUAGE.take(rest),
                Slots.TIME_ZONE.take(rest),
                contactPoints,
                tags,
                identifiers);
        rest.removeIf(property -> property instanceof ezvcard.property.StructuredName
                && CardLines.line(property).matches("N:;*"));
        return new PartyContent(PartyRule.complete(draft, phones), lines, notes, CardLines.lines(rest));
    }

    /** KIND:org of version 4 and the mark of Apple's address book say the same. */
    private boolean saysOrganisation() {
        boolean marked = rest.removeIf(property -> property instanceof RawProperty raw
                && raw.getPropertyName().equalsIgnoreCase(SHOW_AS)
                && "COMPANY".equalsIgnoreCase(raw.getValue()));
        boolean organisation =
                rest.stream().anyMatch(property -> property instanceof Kind kind && (kind.isOrg() || kind.isGroup()));
        rest.removeIf(property -> property instanceof Kind kind && kind.isOrg());
        return marked || organisation;
    }

    private List<String> tags() {
        List<Categories> all = rest.stream()
                .filter(Categories.class::isInstance)
                .map(Categories.class::cast)
                .toList();
        List<String> tags = all.stream()
                .flatMap(one -> one.getValues().stream())
                .filter(tag -> !Texts.blank(tag))
                .map(tag -> Texts.lines(tag).replace('\n', ' ').strip())
                .toList();
        if (all.size() == 1 && CardLines.line(all.get(0)).equals(CardLines.line(categories(tags)))) {
            rest.removeAll(all);
        }
        return tags;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (VCardProperty property : List.copyOf(rest)) {
            String text = property instanceof Note note ? Texts.orNull(Texts.lines(note.getValue())) : null;
            if (text != null) {
                notes.add(text);
                if (CardLines.line(property).equals(CardLines.line(new Note(text)))) {
                    rest.remove(property);
                }
            }
        }
        return notes;
    }

    private List<Identifier> identifiers() {
        List<Identifier> identifiers = new ArrayList<>();
        String uid = Slots.UID.take(rest);
        if (uid != null) {
            identifiers.add(new Identifier(Identifier.VCARD_UID, uid));
        }
        rest.removeIf(property -> property instanceof RawProperty raw
                && raw.getPropertyName().equalsIgnoreCase(IDENTIFIER)
                && raw.getParameter("SCHEME") != null
                && identifiers.add(new Identifier(raw.getParameter("SCHEME"), RawText.read(raw.getValue()))));
        return identifiers;
    }

    private List<ContactPoint> contactPoints(Map<String, String> lines) {
        Map<Object, VCardProperty> preferred = new HashMap<>();
        for (VCardProperty property : rest) {
            preferred.merge(
                    property.getClass(), property, (a, b) -> ContactProperty.rank(b) < ContactProperty.rank(a) ? b : a);
        }
        List<ContactPoint> found = new ArrayList<>();
        for (VCardProperty property : List.copyOf(rest)) {
            ContactPoint point = ContactProperty.read(property);
            if (point != null) {
                boolean ranked = ContactProperty.rank(property) < ContactProperty.NO_RANK;
                boolean primary = ranked && preferred.get(property.getClass()) == property;
                found.add(contactPoint(property, point, primary, lines));
            }
        }
        return found;
    }

    private ContactPoint contactPoint(
            VCardProperty property, ContactPoint point, boolean primary, Map<String, String> lines) {
        VCardProperty whole = CardRestriction.without(ContactProperty.unranked(property));
        RawProperty label = ContactLabels.find(property, rest);
        if (label != null && ContactLabels.onlyLabels(property, label, rest)) {
            rest.remove(label);
            whole.setGroup(null);
        }
        rest.remove(property);
        String line = CardLines.line(whole);
        String value = point.address() == null ? point.value() : ContactRule.oneLine(point.address());
        ContactPoint complete = PointChange.of(point)
                .says(value, null, point.address())
                .serves(point.purposes(), label == null ? null : ContactLabels.text(label))
                .primary(primary)
                .make();
        VCardProperty bare = CardRestriction.without(ContactProperty.say(complete));
        if (!line.equals(CardLines.line(bare))) {
            lines.putIfAbsent(PartyContent.key(complete), line);
        }
        return complete;
    }

    static Categories categories(List<String> tags) {
        Categories categories = new Categories();
        categories.getValues().addAll(tags);
        return categories;
    }
}
