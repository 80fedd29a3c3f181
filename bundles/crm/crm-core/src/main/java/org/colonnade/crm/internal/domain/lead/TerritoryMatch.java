package org.colonnade.crm.internal.domain.lead;

import java.util.List;
import java.util.Locale;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.api.lead.Territory;
import org.colonnade.platform.api.text.Folding;

/** Whether an address lies in a territory: everything that the territory names must fit. */
public final class TerritoryMatch {

    private TerritoryMatch() {}

    /** Whether the territory is about addresses at all. */
    public static boolean byAddress(Territory territory) {
        return !territory.countries().isEmpty()
                || !territory.regions().isEmpty()
                || !territory.postalCodes().isEmpty();
    }

    /** Whether the party's address, the primary one first, lies in it. */
    public static boolean holds(Territory territory, PartyDraft party) {
        PostalAddress address = address(party);
        return address != null
                && byAddress(territory)
                && named(territory.countries(), address.country())
                && named(territory.regions(), address.region())
                && begins(territory.postalCodes(), address.postalCode());
    }

    private static PostalAddress address(PartyDraft party) {
        List<ContactPoint> postal = party.contactPoints().stream()
                .filter(point -> point.type() == ContactType.POSTAL && point.address() != null)
                .toList();
        return postal.stream()
                .filter(ContactPoint::primary)
                .findFirst()
                .or(() -> postal.stream().findFirst())
                .map(ContactPoint::address)
                .orElse(null);
    }

    private static boolean named(List<String> names, String said) {
        return names.isEmpty()
                || said != null
                        && names.stream().anyMatch(name -> Folding.fold(name).equals(Folding.fold(said)));
    }

    private static boolean begins(List<String> beginnings, String said) {
        return beginnings.isEmpty()
                || said != null
                        && beginnings.stream().anyMatch(one -> code(said).startsWith(code(one)));
    }

    private static String code(String text) {
        return text.replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
    }
}
