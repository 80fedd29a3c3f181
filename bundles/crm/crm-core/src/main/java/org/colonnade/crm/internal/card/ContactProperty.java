package org.colonnade.crm.internal.card;

import ezvcard.property.Address;
import ezvcard.property.Email;
import ezvcard.property.Impp;
import ezvcard.property.RawProperty;
import ezvcard.property.Telephone;
import ezvcard.property.Url;
import ezvcard.property.VCardProperty;
import ezvcard.util.TelUri;
import java.util.List;
import java.util.Locale;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.internal.domain.Texts;

/** One contact point and the property that says it: EMAIL, TEL, ADR, URL, IMPP. */
final class ContactProperty {

    private static final String PREF = "pref";

    /** The rank of a property that nobody prefers. */
    static final int NO_RANK = 1_000;

    private ContactProperty() {}

    /** The contact point that the property says, not marked as primary; null if it says none. */
    static ContactPoint read(VCardProperty property) {
        ContactType type = type(property);
        if (type == null) {
            return null;
        }
        PostalAddress address = property instanceof Address adr ? address(adr) : null;
        String value = Texts.orNull(Texts.lines(value(property)));
        boolean nothing = type == ContactType.POSTAL ? address == null : value == null;
        return nothing
                ? null
                : CardRestriction.read(
                        property, new ContactPoint(type, value, null, purposes(property), null, false, address));
    }

    /** How much the property is preferred: 1 most. */
    static int rank(VCardProperty property) {
        if (property.getParameters().getTypes().stream().anyMatch(PREF::equalsIgnoreCase)) {
            return 1;
        }
        try {
            Integer pref = property.getParameters().getPref();
            return pref == null ? NO_RANK : pref;
        } catch (IllegalStateException notANumber) {
            return NO_RANK;
        }
    }

    /** A new property that says just the contact point. */
    static VCardProperty say(ContactPoint point) {
        VCardProperty property =
                switch (point.type()) {
                    case EMAIL -> new Email(point.value());
                    case PHONE -> new Telephone(point.value());
                    case POSTAL -> fill(new Address(), point.address());
                    case WEB -> new Url(point.value());
                    case HANDLE -> handle(point.value());
                };
        point.purposes().forEach(purpose -> property.getParameters().addType(purpose));
        CardRestriction.say(property, point);
        return property;
    }

    /** The property as it is now: the kept one with what has changed since, or a new one. */
    static VCardProperty give(ContactPoint point, String line) {
        VCardProperty property =
                line == null ? say(point) : CardLines.properties(List.of(line)).get(0);
        ContactPoint said = read(property);
        if (said == null) {
            property = say(point);
        } else if (line != null) {
            correct(property, said, point);
        }
        CardRestriction.say(property, point);
        if (point.primary()) {
            property.getParameters().setPref(1);
        }
        return property;
    }

    /** The property without the mark of the preferred one, which the contact point has itself. */
    static VCardProperty unranked(VCardProperty property) {
        VCardProperty copy = property.copy();
        copy.getParameters().getTypes().removeIf(PREF::equalsIgnoreCase);
        if (rank(copy) == 1) {
            copy.getParameters().setPref(null);
        }
        return copy;
    }

    private static void correct(VCardProperty property, ContactPoint said, ContactPoint point) {
        if (property instanceof Address address && !point.address().equals(said.address())) {
            fill(address, point.address());
            address.setLabel(null);
        }
        if (!said.purposes().equals(point.purposes())) {
            property.getParameters().replace("TYPE", point.purposes());
        }
    }

    private static ContactType type(VCardProperty property) {
        if (property instanceof Email) {
            return ContactType.EMAIL;
        }
        if (property instanceof Telephone) {
            return ContactType.PHONE;
        }
        if (property instanceof Address) {
            return ContactType.POSTAL;
        }
        if (property instanceof Url) {
            return ContactType.WEB;
        }
        return property instanceof Impp ? ContactType.HANDLE : null;
    }

    private static String value(VCardProperty property) {
        if (property instanceof Email email) {
            return email.getValue();
        }
        if (property instanceof Telephone phone) {
            return phone.getUri() == null ? phone.getText() : number(phone.getUri());
        }
        if (property instanceof Url url) {
            return url.getValue();
        }
        return property instanceof Impp impp && impp.getUri() != null
                ? impp.getUri().toString()
                : null;
    }

    private static String number(TelUri uri) {
        return uri.getExtension() == null ? uri.getNumber() : uri.getNumber() + " ext. " + uri.getExtension();
    }

    private static List<String> purposes(VCardProperty property) {
        return property.getParameters().getTypes().stream()
                .filter(type -> !Texts.blank(type) && !type.equalsIgnoreCase(PREF))
                .map(type -> type.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-"))
                .distinct()
                .toList();
    }

    private static PostalAddress address(Address address) {
        PostalAddress parts = new PostalAddress(
                part(address.getPoBoxes()),
                part(address.getExtendedAddresses()),
                part(address.getStreetAddresses()),
                part(address.getLocalities()),
                part(address.getRegions()),
                part(address.getPostalCodes()),
                part(address.getCountries()));
        return parts.equals(new PostalAddress(null, null, null, null, null, null, null)) ? null : parts;
    }

    private static String part(List<String> values) {
        return values.size() == 1
                ? Texts.orNull(Texts.lines(values.get(0)))
                : Texts.orNull(Texts.lines(Texts.join(", ", values.toArray(String[]::new))));
    }

    private static Address fill(Address address, PostalAddress parts) {
        address.setPoBox(parts.poBox());
        address.setExtendedAddress(parts.extended());
        address.setStreetAddress(parts.street());
        address.setLocality(parts.locality());
        address.setRegion(parts.region());
        address.setPostalCode(parts.postalCode());
        address.setCountry(parts.country());
        return address;
    }

    private static VCardProperty handle(String value) {
        try {
            return new Impp(value);
        } catch (IllegalArgumentException notAUri) {
            return new RawProperty("IMPP", RawText.write(value));
        }
    }
}
