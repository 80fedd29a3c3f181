package org.colonnade.crm.api.lead;

import java.util.List;

/**
 * A territory as somebody wants it. It says by a condition which leads, or by an address which contacts belong to it, or both.
 *
 * @param name what people call it
 * @param place territories are asked in this order, the smallest first; the first that fits counts
 * @param team the name of a team: of the platform, or one that capacities name; contacts go to teams of the platform only
 * @param condition FIQL over a lead's own fields; null where it is not for leads
 * @param countries of a contact's address, as people write them there; none for any
 * @param regions likewise
 * @param postalCodes with what its postal code begins; none for any
 * @param active whether it is asked at all; true if missing
 * @since 1.1
 */
public record TerritoryDraft(
        String name,
        int place,
        String team,
        String condition,
        List<String> countries,
        List<String> regions,
        List<String> postalCodes,
        Boolean active) {}
