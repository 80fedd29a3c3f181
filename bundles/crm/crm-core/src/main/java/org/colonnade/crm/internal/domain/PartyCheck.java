package org.colonnade.crm.internal.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.internal.domain.identifier.IdentifierRule;
import org.colonnade.platform.api.Fields;

/** What is wrong with a party, field by field. Give it the party as it was sent, and again when it is completed. */
public final class PartyCheck {

    private static final Pattern SCHEME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,59}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    private final Fields fields = new Fields();
    private final Set<String> known;
    private final Set<Identifier> identified;

    private PartyCheck(Set<String> known, Set<Identifier> identified) {
        this.known = known;
        this.identified = identified;
    }

    /** The faults of a party that comes from a file: what is not understood may stay, what cannot be stored may not. */
    public static Fields imported(PartyDraft party) {
        PartyCheck check = new PartyCheck(null, null);
        check.party(party);
        return check.fields;
    }

    /** The faults of a party that somebody typed; what was there before may stay as it is. */
    public static Fields typed(PartyDraft party, PartyDraft present) {
        Set<String> known = present == null
                ? Set.of()
                : present.contactPoints().stream()
                        .map(ContactPoint::value)
                        .collect(Collectors.toCollection(HashSet::new));
        PartyCheck check = new PartyCheck(known, present == null ? Set.of() : Set.copyOf(present.identifiers()));
        check.party(party);
        return check.fields;
    }

    private void party(PartyDraft party) {
        names(party);
        if (party.birthday() != null && !Birthday.valid(party.birthday())) {
            fields.wrong("birthday", "is no date; write 1980-03-22, --03-22, 1980-03, 1980, --03 or ---22");
        }
        if (party.language() != null && !LANGUAGE.matcher(party.language()).matches()) {
            fields.wrong("language", "is no language tag (BCP 47), such as en or th-TH");
        }
        points(party.contactPoints());
        tags(party.tags());
        identifiers(party.identifiers());
    }

    private void names(PartyDraft party) {
        fields.optional("displayName", party.displayName(), Limits.NAME)
                .optional("organisation", party.organisation(), Limits.NAME)
                .optional("unit", party.unit(), Limits.NAME)
                .optional("jobTitle", party.jobTitle(), Limits.NAME)
                .optional("role", party.role(), Limits.NAME)
                .optional("birthday", party.birthday(), Limits.SHORT)
                .optional("language", party.language(), Limits.SHORT)
                .optional("timeZone", party.timeZone(), Limits.SHORT);
        PersonName name = party.name() == null ? PersonName.NONE : party.name();
        fields.optional("name.prefix", name.prefix(), Limits.NAME)
                .optional("name.given", name.given(), Limits.NAME)
                .optional("name.additional", name.additional(), Limits.NAME)
                .optional("name.family", name.family(), Limits.NAME)
                .optional("name.suffix", name.suffix(), Limits.NAME)
                .optional("name.nickname", name.nickname(), Limits.NAME)
                .optional("name.phoneticGiven", name.phoneticGiven(), Limits.NAME)
                .optional("name.phoneticFamily", name.phoneticFamily(), Limits.NAME);
        boolean readable = party.contactPoints().stream().noneMatch(Objects::isNull);
        if (readable
                && Texts.blank(party.displayName())
                && PartyRule.displayName(party).isBlank()) {
            fields.wrong(
                    "displayName",
                    "is required where there is no name, organisation or contact point to call the party by");
        }
    }

    private void points(List<ContactPoint> points) {
        if (points.size() > Limits.CONTACT_POINTS) {
            fields.wrong("contactPoints", "has more than " + Limits.CONTACT_POINTS + " entries");
            return;
        }
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i) == null) {
                fields.wrong("contactPoints[" + i + "]", "is required");
            } else {
                point("contactPoints[" + i + "].", points.get(i));
            }
        }
    }

    private void point(String path, ContactPoint point) {
        fields.optional(path + "label", point.label(), Limits.LINE);
        fields.optional(path + "doNotUseReason", point.doNotUseReason(), Limits.LINE);
        period(path, point);
        purposes(path + "purposes", point.purposes());
        if (point.type() == null) {
            fields.wrong(path + "type", "is required: EMAIL, PHONE, POSTAL, WEB or HANDLE");
        } else if (point.type() == ContactType.POSTAL) {
            address(path + "address", point.address());
        } else {
            value(path + "value", point);
        }
    }

    private void period(String path, ContactPoint point) {
        if (Days.outside(point.validFrom())) {
            fields.wrong(path + "validFrom", Days.OUTSIDE);
        }
        if (Days.outside(point.validTo())) {
            fields.wrong(path + "validTo", Days.OUTSIDE);
        } else if (point.validFrom() != null
                && point.validTo() != null
                && point.validTo().isBefore(point.validFrom())) {
            fields.wrong(path + "validTo", "is not before validFrom");
        }
    }

    private void value(String path, ContactPoint point) {
        int before = fields.faults().size();
        fields.required(path, point.value(), Limits.VALUE);
        if (fields.faults().size() > before || known == null || known.contains(point.value())) {
            return;
        }
        if (point.type() == ContactType.EMAIL && EmailRule.normalise(point.value()) == null) {
            fields.wrong(path, "is no e-mail address");
        }
    }

    private void purposes(String path, List<String> purposes) {
        if (purposes.size() > Limits.PURPOSES) {
            fields.wrong(path, "has more than " + Limits.PURPOSES + " words");
        }
        purposes.stream().limit(Limits.PURPOSES).forEach(word -> fields.required(path, word, Limits.SHORT));
        if (purposes.stream()
                .anyMatch(word -> word != null && word.strip().chars().anyMatch(Character::isWhitespace))) {
            fields.wrong(path, "are single words");
        }
    }

    private void address(String path, PostalAddress address) {
        if (address == null) {
            fields.wrong(path, "is required");
            return;
        }
        int before = fields.faults().size();
        fields.optional(path + ".poBox", address.poBox(), Limits.ADDRESS_PART)
                .optional(path + ".extended", address.extended(), Limits.ADDRESS_PART)
                .optional(path + ".street", address.street(), Limits.ADDRESS_PART)
                .optional(path + ".locality", address.locality(), Limits.ADDRESS_PART)
                .optional(path + ".region", address.region(), Limits.ADDRESS_PART)
                .optional(path + ".postalCode", address.postalCode(), Limits.SHORT)
                .optional(path + ".country", address.country(), Limits.ADDRESS_PART);
        if (fields.faults().size() == before && Texts.blank(ContactRule.oneLine(address))) {
            fields.wrong(path, "has no part that says something");
        }
    }

    private void tags(List<String> tags) {
        if (tags.size() > Limits.TAGS) {
            fields.wrong("tags", "has more than " + Limits.TAGS + " entries");
            return;
        }
        for (int i = 0; i < tags.size(); i++) {
            fields.required("tags[" + i + "]", tags.get(i), Limits.SHORT);
            if (tags.get(i) != null && tags.get(i).strip().chars().anyMatch(c -> c == '\n' || c == '\r')) {
                fields.wrong("tags[" + i + "]", "is one line");
            }
        }
    }

    private void identifiers(List<Identifier> identifiers) {
        if (identifiers.size() > Limits.IDENTIFIERS) {
            fields.wrong("identifiers", "has more than " + Limits.IDENTIFIERS + " entries");
            return;
        }
        Set<String> schemes = new HashSet<>();
        for (int i = 0; i < identifiers.size(); i++) {
            Identifier one = identifiers.get(i);
            String path = "identifiers[" + i + "].";
            if (one == null) {
                fields.wrong("identifiers[" + i + "]", "is required");
                continue;
            }
            if (one.scheme() == null || !SCHEME.matcher(one.scheme()).matches()) {
                fields.wrong(path + "scheme", "is lower-case letters, digits, dots and dashes, at most 60");
            } else if (one.scheme().equals(Identifier.VCARD_UID) && !schemes.add(one.scheme())) {
                fields.wrong(path + "scheme", "is there twice; a party has one UID");
            }
            int before = fields.faults().size();
            fields.required(path + "value", one.value(), Limits.IDENTIFIER);
            boolean asked = identified != null && fields.faults().size() == before && !identified.contains(one);
            String fault = asked ? IdentifierRule.fault(one) : null;
            if (fault != null) {
                fields.wrong(path + "value", fault);
            }
        }
    }
}
