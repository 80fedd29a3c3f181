package org.colonnade.crm.internal.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.internal.domain.ContactRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.PointChange;
import org.colonnade.platform.api.record.SheetColumn;

/** The columns in which people write names and addresses into a sheet; each is a part of a structure of {@link PartyRecord}. */
final class PartySheet {

    private static final PostalAddress NOWHERE = new PostalAddress(null, null, null, null, null, null, null);

    private final Supplier<PhoneRule> phones;

    PartySheet(Supplier<PhoneRule> phones) {
        this.phones = phones;
    }

    List<SheetColumn<PartyRecord, PartyDraft>> columns() {
        return List.of(
                name("givenName", "First name", "ชื่อจริง", PersonName::given, (n, cell) -> named(n, cell, n.family())),
                name("familyName", "Last name", "นามสกุล", PersonName::family, (n, cell) -> named(n, n.given(), cell)),
                point("email", "E-mail", "อีเมล", ContactType.EMAIL),
                point("phone", "Phone", "โทรศัพท์", ContactType.PHONE),
                point("website", "Website", "เว็บไซต์", ContactType.WEB),
                address(
                        "street",
                        "Street",
                        "ถนน",
                        PostalAddress::street,
                        (a, cell) -> address(a, cell, a.locality(), a.region(), a.postalCode(), a.country())),
                address(
                        "locality",
                        "City",
                        "เมือง",
                        PostalAddress::locality,
                        (a, cell) -> address(a, a.street(), cell, a.region(), a.postalCode(), a.country())),
                address(
                        "region",
                        "State",
                        "จังหวัด",
                        PostalAddress::region,
                        (a, cell) -> address(a, a.street(), a.locality(), cell, a.postalCode(), a.country())),
                address(
                        "postalCode",
                        "Postal code",
                        "รหัสไปรษณีย์",
                        PostalAddress::postalCode,
                        (a, cell) -> address(a, a.street(), a.locality(), a.region(), cell, a.country())),
                address(
                        "country",
                        "Country",
                        "ประเทศ",
                        PostalAddress::country,
                        (a, cell) -> address(a, a.street(), a.locality(), a.region(), a.postalCode(), cell)));
    }

    private static PersonName named(PersonName n, String given, String family) {
        return new PersonName(
                n.prefix(),
                given,
                n.additional(),
                family,
                n.suffix(),
                n.nickname(),
                n.phoneticGiven(),
                n.phoneticFamily());
    }

    private static PostalAddress address(
            PostalAddress a, String street, String locality, String region, String postalCode, String country) {
        return new PostalAddress(a.poBox(), a.extended(), street, locality, region, postalCode, country);
    }

    private static SheetColumn<PartyRecord, PartyDraft> name(
            String column,
            String en,
            String th,
            Function<PersonName, String> part,
            BiFunction<PersonName, String, PersonName> with) {
        return new SheetColumn<>(
                column,
                Map.of("en", en, "th", th),
                "name",
                party -> Stream.of(party.name())
                        .map(part)
                        .filter(Objects::nonNull)
                        .toList(),
                (draft, cell) -> draft.named(with.apply(draft.name() == null ? PersonName.NONE : draft.name(), cell)));
    }

    private SheetColumn<PartyRecord, PartyDraft> point(String column, String en, String th, ContactType type) {
        return new SheetColumn<>(
                column,
                Map.of("en", en, "th", th),
                "contactPoints",
                party -> first(party.contactPoints(), type)
                        .map(ContactPoint::value)
                        .toList(),
                (draft, cell) -> draft.reached(reached(draft.contactPoints(), type, cell)));
    }

    /** The points of a type, the primary one first; those that nobody may use are in no sheet, and no sheet touches them. */
    private static Stream<ContactPoint> first(List<ContactPoint> points, ContactType type) {
        List<ContactPoint> free = points.stream()
                .filter(point -> point.type() == type && !point.doNotUse())
                .toList();
        return Stream.concat(
                free.stream().filter(ContactPoint::primary), free.stream().filter(point -> !point.primary()));
    }

    /** The points with this value as the first of its type; one that has it already stays as it is. */
    private List<ContactPoint> reached(List<ContactPoint> points, ContactType type, String value) {
        ContactPoint wanted = value == null ? null : ContactPoint.of(type, value);
        boolean there =
                wanted != null && points.stream().anyMatch(point -> point.type() == type && same(point, wanted));
        return there ? points : replaced(points, first(points, type).findFirst().orElse(null), wanted);
    }

    private boolean same(ContactPoint one, ContactPoint other) {
        String key = ContactRule.matchKey(one, phones.get());
        return key == null ? one.value().equals(other.value()) : key.equals(ContactRule.matchKey(other, phones.get()));
    }

    private static SheetColumn<PartyRecord, PartyDraft> address(
            String column,
            String en,
            String th,
            Function<PostalAddress, String> part,
            BiFunction<PostalAddress, String, PostalAddress> with) {
        return new SheetColumn<>(
                column,
                Map.of("en", en, "th", th),
                "contactPoints",
                party -> first(party.contactPoints(), ContactType.POSTAL)
                        .limit(1)
                        .map(point -> part.apply(point.address()))
                        .filter(Objects::nonNull)
                        .toList(),
                (draft, cell) -> draft.reached(moved(draft.contactPoints(), cell, part, with)));
    }

    private static List<ContactPoint> moved(
            List<ContactPoint> points,
            String cell,
            Function<PostalAddress, String> part,
            BiFunction<PostalAddress, String, PostalAddress> with) {
        ContactPoint old = first(points, ContactType.POSTAL).findFirst().orElse(null);
        PostalAddress before = old == null || old.address() == null ? NOWHERE : old.address();
        if (Objects.equals(part.apply(before), cell)) {
            return points;
        }
        PostalAddress after = with.apply(before, cell);
        return replaced(points, old, after.equals(NOWHERE) ? null : ContactPoint.of(after));
    }

    /** With another point in the place of one, for what that was for; null adds, or takes out. */
    private static List<ContactPoint> replaced(List<ContactPoint> points, ContactPoint old, ContactPoint wanted) {
        List<ContactPoint> all = new ArrayList<>(points);
        int place = old == null ? -1 : all.indexOf(old);
        if (wanted == null) {
            if (place >= 0) {
                all.remove(place);
            }
        } else if (place < 0) {
            all.add(wanted);
        } else {
            all.set(
                    place,
                    PointChange.of(old)
                            .says(wanted.value(), null, wanted.address())
                            .make());
        }
        return all;
    }
}
