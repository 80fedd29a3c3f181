package org.colonnade.crm.internal.domain.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.internal.domain.Birthday;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.platform.api.text.Folding;

/**
 * What is compared of a party; all texts folded, empty where nothing is known.
 *
 * @param kind persons are not compared with organisations
 * @param given the given names of a person
 * @param family the family name of a person; empty where the name cannot be told apart
 * @param generation {@code sr}, {@code jr}, {@code iii}: which of several of the same name in a family
 * @param nickname what friends say
 * @param organisation the name of an organisation, or where a person works
 * @param birthday ISO, or empty
 * @param emails addresses in comparable form
 * @param phones numbers in E.164
 * @param domains web domains, of web sites and of e-mail addresses
 * @param places postal addresses
 * @param strong identifiers of the schemes that name one party for sure, letters and digits only
 */
public record Facts(
        PartyKind kind,
        String given,
        String family,
        String generation,
        String nickname,
        String organisation,
        String birthday,
        Set<String> emails,
        Set<String> phones,
        Set<String> domains,
        List<Place> places,
        List<Identifier> strong) {

    private static final Pattern MARKS = Pattern.compile("[\\p{Punct}\\s]+");
    private static final Pattern GENERATION = Pattern.compile("(.*?)\\b(sr|jr|ii|iii|iv)");
    private static final Pattern NOT_ALNUM = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern HOST =
            Pattern.compile("^(?:[a-z][a-z0-9+.-]*://)?(?:[^/@]*@)?(?:www\\.)?([a-z0-9.-]+).*$");

    /**
     * Where a party is.
     *
     * @param street street and number
     * @param locality city
     * @param postcode postal code without spaces
     */
    public record Place(String street, String locality, String postcode) {

        /** A place from its parts as they are written. */
        public static Place of(String street, String locality, String postcode) {
            return new Place(
                    words(street),
                    words(locality),
                    NOT_ALNUM.matcher(Folding.fold(postcode)).replaceAll(""));
        }
    }

    /** What is compared of a complete draft. */
    public static Facts of(PartyDraft party, Set<String> strongSchemes) {
        Points points = new Points();
        party.contactPoints().forEach(points::add);
        List<Identifier> strong = party.identifiers().stream()
                .filter(i -> strongSchemes.contains(i.scheme()))
                .map(Facts::bare)
                .filter(i -> !i.value().isEmpty())
                .toList();
        return of(
                party.kind(),
                party.name() == null ? PersonName.NONE : party.name(),
                party.displayName(),
                party.organisation(),
                party.birthday(),
                points,
                strong);
    }

    /** What is compared, from its parts. */
    public static Facts of(
            PartyKind kind,
            PersonName name,
            String displayName,
            String organisation,
            String birthday,
            Points points,
            List<Identifier> strong) {
        boolean person = kind == PartyKind.PERSON;
        String given = words(Texts.join(" ", name.given(), name.additional()));
        String family = words(name.family());
        String generation = GENERATION.matcher(words(name.suffix())).replaceFirst("$2");
        if (person && given.isEmpty() && family.isEmpty()) {
            Matcher ends = GENERATION.matcher(words(displayName));
            generation = ends.matches() ? ends.group(2) : "";
            String called = ends.matches() ? ends.group(1).strip() : words(displayName);
            int cut = called.lastIndexOf(' ');
            given = cut < 0 ? called : called.substring(0, cut);
            family = cut < 0 ? "" : called.substring(cut + 1);
        }
        String company = words(person || !Texts.blank(organisation) ? organisation : displayName);
        return new Facts(
                kind,
                person ? given : "",
                person ? family : "",
                GENERATION.matcher(generation).matches() ? generation : "",
                words(name.nickname()),
                company,
                birthday == null ? "" : birthday,
                points.emails,
                points.phones,
                points.domains,
                points.places,
                strong);
    }

    /** The identifier with its letters and digits only. */
    public static Identifier bare(Identifier identifier) {
        return new Identifier(
                identifier.scheme(),
                NOT_ALNUM.matcher(Folding.fold(identifier.value())).replaceAll(""));
    }

    /** The date if it is fully known and exists, else null. */
    static LocalDate date(String birthday) {
        return Birthday.valid(birthday) ? Birthday.full(birthday) : null;
    }

    /** The words of a text, folded, one space between them; Thai without its tone marks. */
    static String words(String text) {
        return MARKS.matcher(Folding.toneless(Folding.fold(text)))
                .replaceAll(" ")
                .strip();
    }

    /** Collects the ways to reach a party. */
    public static final class Points {

        private final Set<String> emails = new LinkedHashSet<>();
        private final Set<String> phones = new LinkedHashSet<>();
        private final Set<String> domains = new LinkedHashSet<>();
        private final List<Place> places = new ArrayList<>();

        private void add(ContactPoint point) {
            if (point.type() == ContactType.POSTAL) {
                if (point.address() != null) {
                    place(
                            point.address().street(),
                            point.address().locality(),
                            point.address().postalCode());
                }
            } else {
                add(point.type(), point.value(), point.normalised());
            }
        }

        /** A way that is not postal. */
        public void add(ContactType type, String value, String normalised) {
            switch (type) {
                case EMAIL -> email(normalised);
                case PHONE -> {
                    if (normalised != null) {
                        phones.add(normalised);
                    }
                }
                case WEB -> domain(HOST.matcher(Folding.fold(value)).replaceFirst("$1"));
                default -> {}
            }
        }

        /** A postal address. */
        public void place(String street, String locality, String postcode) {
            Place place = Place.of(street, locality, postcode);
            if (!place.street().isEmpty()
                    || !place.postcode().isEmpty()
                    || !place.locality().isEmpty()) {
                places.add(place);
            }
        }

        private void email(String normalised) {
            if (normalised != null) {
                String address = normalised.toLowerCase(java.util.Locale.ROOT);
                emails.add(address);
                domain(address.substring(address.lastIndexOf('@') + 1));
            }
        }

        private void domain(String domain) {
            if (domain.indexOf('.') > 0 && !FreeMail.serves(domain)) {
                domains.add(domain);
            }
        }
    }
}
