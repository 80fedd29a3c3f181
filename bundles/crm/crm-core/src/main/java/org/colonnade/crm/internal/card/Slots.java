package org.colonnade.crm.internal.card;

import ezvcard.property.Birthday;
import ezvcard.property.FormattedName;
import ezvcard.property.Language;
import ezvcard.property.Nickname;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
import ezvcard.property.Role;
import ezvcard.property.StructuredName;
import ezvcard.property.TextProperty;
import ezvcard.property.Timezone;
import ezvcard.property.Title;
import ezvcard.property.Uid;
import ezvcard.property.VCardProperty;
import ezvcard.util.PartialDate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.Texts;

/** Which property says which field. */
final class Slots {

    private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern OFFSET = Pattern.compile("[+-]\\d{2}:\\d{2}");
    private static final ChronoField[] DATE = {ChronoField.YEAR, ChronoField.MONTH_OF_YEAR, ChronoField.DAY_OF_MONTH};

    static final Slot<FormattedName, String> DISPLAY_NAME =
            text(FormattedName.class, PartyDraft::displayName, FormattedName::new);
    static final Slot<Uid, String> UID = text(Uid.class, PartyRule::uid, Uid::new);
    static final Slot<Title, String> JOB_TITLE = text(Title.class, PartyDraft::jobTitle, Title::new);
    static final Slot<Role, String> ROLE = text(Role.class, PartyDraft::role, Role::new);
    static final Slot<Language, String> LANGUAGE = new Slot<>(
            Language.class,
            any(),
            PartyDraft::language,
            p -> LANGUAGE_TAG.matcher(String.valueOf(p.getValue())).matches() ? p.getValue() : null,
            Language::new);
    static final Slot<StructuredName, PersonName> NAME =
            new Slot<>(StructuredName.class, any(), Slots::parts, Slots::parts, Slots::structured);
    static final Slot<Nickname, String> NICKNAME = new Slot<>(
            Nickname.class, any(), party -> name(party).nickname(), p -> joined(p.getValues()), Slots::nickname);
    static final Slot<Organization, List<String>> ORGANISATION =
            new Slot<>(Organization.class, any(), Slots::organisation, Slots::organisation, Slots::organisation);
    static final Slot<Birthday, String> BIRTHDAY =
            new Slot<>(Birthday.class, any(), PartyDraft::birthday, Slots::birthday, Slots::birthday);
    static final Slot<Timezone, String> TIME_ZONE =
            new Slot<>(Timezone.class, any(), PartyDraft::timeZone, Slots::timeZone, Slots::timeZone);
    static final Slot<RawProperty, String> PHONETIC_GIVEN =
            raw("X-PHONETIC-FIRST-NAME", party -> name(party).phoneticGiven());
    static final Slot<RawProperty, String> PHONETIC_FAMILY =
            raw("X-PHONETIC-LAST-NAME", party -> name(party).phoneticFamily());

    /** All of them, in the order in which a card shows them. */
    static final List<Slot<?, ?>> ALL = List.of(
            UID,
            DISPLAY_NAME,
            NAME,
            NICKNAME,
            PHONETIC_GIVEN,
            PHONETIC_FAMILY,
            ORGANISATION,
            JOB_TITLE,
            ROLE,
            BIRTHDAY,
            LANGUAGE,
            TIME_ZONE);

    private Slots() {}

    private static <P> Predicate<P> any() {
        return property -> true;
    }

    private static <P extends TextProperty> Slot<P, String> text(
            Class<P> type, Function<PartyDraft, String> field, Function<String, P> say) {
        return new Slot<>(type, any(), field, p -> said(p.getValue()), say);
    }

    private static Slot<RawProperty, String> raw(String name, Function<PartyDraft, String> field) {
        return new Slot<>(
                RawProperty.class,
                p -> p.getPropertyName().equalsIgnoreCase(name),
                field,
                p -> said(RawText.read(p.getValue())),
                value -> new RawProperty(name, RawText.write(value)));
    }

    private static String said(String text) {
        return Texts.orNull(Texts.lines(text));
    }

    private static String joined(List<String> values) {
        return said(Texts.join(", ", values.toArray(String[]::new)));
    }

    private static PersonName name(PartyDraft party) {
        return party.name() == null ? PersonName.NONE : party.name();
    }

    private static PersonName parts(PartyDraft party) {
        PersonName name = name(party);
        PersonName parts = new PersonName(
                name.prefix(), name.given(), name.additional(), name.family(), name.suffix(), null, null, null);
        return parts.equals(PersonName.NONE) ? null : parts;
    }

    private static PersonName parts(StructuredName name) {
        PersonName parts = new PersonName(
                spaced(name.getPrefixes()),
                said(name.getGiven()),
                spaced(name.getAdditionalNames()),
                said(name.getFamily()),
                spaced(name.getSuffixes()),
                null,
                null,
                null);
        return parts.equals(PersonName.NONE) ? null : parts;
    }

    private static String spaced(List<String> values) {
        return values.size() == 1 ? said(values.get(0)) : said(Texts.join(" ", values.toArray(String[]::new)));
    }

    private static StructuredName structured(PersonName name) {
        StructuredName structured = new StructuredName();
        structured.setFamily(name.family());
        structured.setGiven(name.given());
        add(structured.getAdditionalNames(), name.additional());
        add(structured.getPrefixes(), name.prefix());
        add(structured.getSuffixes(), name.suffix());
        return structured;
    }

    private static void add(List<String> values, String value) {
        if (value != null) {
            values.add(value);
        }
    }

    private static Nickname nickname(String value) {
        Nickname nickname = new Nickname();
        nickname.getValues().add(value);
        return nickname;
    }

    private static List<String> organisation(PartyDraft party) {
        return party.organisation() == null && party.unit() == null
                ? null
                : List.of(
                        party.organisation() == null ? "" : party.organisation(),
                        party.unit() == null ? "" : party.unit());
    }

    private static List<String> organisation(Organization organization) {
        List<String> values = organization.getValues().stream()
                .map(value -> value == null ? "" : Texts.lines(value))
                .toList();
        String unit = values.size() == 2
                ? values.get(1)
                : Texts.join("; ", values.stream().skip(1).toArray(String[]::new));
        boolean nothing = values.stream().allMatch(String::isBlank);
        return nothing ? null : List.of(values.get(0), unit);
    }

    private static Organization organisation(List<String> values) {
        Organization organization = new Organization();
        organization.getValues().addAll(values.get(1).isEmpty() ? values.subList(0, 1) : values);
        return organization;
    }

    private static String birthday(Birthday birthday) {
        Temporal date = birthday.getDate();
        PartialDate part = birthday.getPartialDate();
        String text = null;
        if (date != null && Arrays.stream(DATE).allMatch(date::isSupported)) {
            text = String.format("%04d-%02d-%02d", date.get(DATE[0]), date.get(DATE[1]), date.get(DATE[2]));
        } else if (part != null && part.hasDateComponent()) {
            text = partial(part);
        }
        return text != null && org.colonnade.crm.internal.domain.Birthday.valid(text) ? text : null;
    }

    private static String partial(PartialDate part) {
        if (part.getYear() != null) {
            return String.format("%04d", part.getYear())
                    + (part.getMonth() == null ? "" : String.format("-%02d", part.getMonth()));
        }
        String month = part.getMonth() == null ? "-" : String.format("%02d", part.getMonth());
        return "--" + month
                + (part.getDate() == null
                        ? ""
                        : String.format(part.getMonth() == null ? "%02d" : "-%02d", part.getDate()));
    }

    private static Birthday birthday(String text) {
        LocalDate date = org.colonnade.crm.internal.domain.Birthday.full(text);
        return date == null ? new Birthday(PartialDate.parse(text)) : new Birthday(date);
    }

    private static String timeZone(Timezone zone) {
        return zone.getText() != null
                ? said(zone.getText())
                : zone.getOffset() == null ? null : zone.getOffset().getId();
    }

    private static Timezone timeZone(String text) {
        return OFFSET.matcher(text).matches() ? new Timezone(ZoneOffset.of(text)) : new Timezone(text);
    }

    /** The properties of all fields that the party has. */
    static List<VCardProperty> give(PartyDraft party, List<VCardProperty> kept) {
        return ALL.stream()
                .<VCardProperty>map(slot -> slot.give(party, kept))
                .filter(Objects::nonNull)
                .toList();
    }
}
