package org.colonnade.crm.internal.card;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.property.Address;
import ezvcard.property.Categories;
import ezvcard.property.Kind;
import ezvcard.property.Label;
import ezvcard.property.Note;
import ezvcard.property.RawProperty;
import ezvcard.property.Revision;
import ezvcard.property.StructuredName;
import ezvcard.property.VCardProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.Texts;

/** A party as a card. Takes one party. */
final class CardExport {

    private final PartyContent content;
    private final VCardVersion version;
    private final List<VCardProperty> kept;
    private final List<VCardProperty> said = new ArrayList<>();

    private CardExport(PartyContent content, VCardVersion version) {
        this.content = content;
        this.version = version;
        this.kept = CardLines.properties(content.kept());
    }

    /** The card; its revision is the given instant unless it has one from the card that it came from. */
    static VCard of(PartyContent content, VCardVersion version, Instant changedAt) {
        return new CardExport(content, version).card(changedAt);
    }

    private VCard card(Instant changedAt) {
        PartyDraft party = content.draft();
        kind(party);
        said.addAll(Slots.give(party, kept));
        if (said.stream().noneMatch(StructuredName.class::isInstance) && version != VCardVersion.V4_0) {
            said.add(new StructuredName());
        }
        party.contactPoints().forEach(this::contactPoint);
        tags(party.tags());
        content.notes().forEach(this::note);
        party.identifiers().stream()
                .filter(i -> !i.scheme().equals(Identifier.VCARD_UID))
                .forEach(this::identifier);
        if (kept.stream().noneMatch(Revision.class::isInstance)) {
            said.add(new Revision(changedAt));
        }
        kept.forEach(CardExport::underItsName);
        VCard card = new VCard(version);
        said.forEach(card::addProperty);
        kept.forEach(card::addProperty);
        return card;
    }

    private static void underItsName(VCardProperty property) {
        if (property instanceof RawProperty raw && raw.getPropertyName().equalsIgnoreCase(Cards.XML)) {
            raw.setPropertyName("XML");
        }
    }

    private void kind(PartyDraft party) {
        boolean organisation =
                party.kind() == PartyKind.ORGANISATION && kept.stream().noneMatch(Kind.class::isInstance);
        if (organisation && version == VCardVersion.V4_0) {
            said.add(Kind.org());
        } else if (organisation) {
            said.add(new RawProperty(CardContents.SHOW_AS, "COMPANY"));
        }
    }

    private void contactPoint(ContactPoint point) {
        VCardProperty property = ContactProperty.give(point, content.line(point));
        ContactLabels.give(property, point.label(), kept, said);
        said.add(property);
        if (version != VCardVersion.V4_0 && property instanceof Address address && address.getLabel() != null) {
            deliveryLabel(address);
        }
    }

    /** Before version 4 a delivery label was a property of its own, which belongs to the address with the same types. */
    private void deliveryLabel(Address address) {
        Label label = new Label(address.getLabel());
        address.getParameters().getTypes().forEach(label.getParameters()::addType);
        if (Integer.valueOf(1).equals(address.getPref())) {
            label.getParameters().addType("pref");
        }
        address.setLabel(null);
        said.add(label);
    }

    /** Kept categories lose the tags that the party has lost; its new ones come in a property of their own. */
    private void tags(List<String> tags) {
        Set<String> missing = tags.stream().map(PartyRule::tagKey).collect(Collectors.toSet());
        Set<String> present = Set.copyOf(missing);
        for (Iterator<VCardProperty> all = kept.iterator(); all.hasNext(); ) {
            if (all.next() instanceof Categories categories) {
                categories.getValues().removeIf(tag -> !present.contains(PartyRule.tagKey(tag)));
                categories.getValues().forEach(tag -> missing.remove(PartyRule.tagKey(tag)));
                if (categories.getValues().isEmpty()) {
                    all.remove();
                }
            }
        }
        List<String> own = tags.stream()
                .filter(tag -> missing.contains(PartyRule.tagKey(tag)))
                .toList();
        if (!own.isEmpty()) {
            said.add(CardContents.categories(own));
        }
    }

    private void note(String text) {
        VCardProperty original = kept.stream()
                .filter(property -> property instanceof Note note && text.equals(Texts.lines(note.getValue())))
                .findFirst()
                .orElse(null);
        kept.remove(original);
        said.add(original == null ? new Note(text) : original);
    }

    private void identifier(Identifier identifier) {
        RawProperty property = new RawProperty(CardContents.IDENTIFIER, RawText.write(identifier.value()));
        property.setParameter("SCHEME", identifier.scheme());
        said.add(property);
    }
}
