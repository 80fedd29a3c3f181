package org.colonnade.platform.api.company;

import java.time.Instant;

/**
 * A legal entity.
 *
 * @param id what the platform calls it, see {@link org.colonnade.platform.api.Caller#company}; never given to another one
 * @param code what people and requests call it; never changes
 * @param name the legal name
 * @param currency the code of ISO 4217 in which it keeps its books
 * @param zone the zone of its days, as in the tz database
 * @param language the language of what it sends out, as in BCP 47
 * @param yearStart the first day of its fiscal year, {@code MM-DD}
 * @param active whether people can work in it; its records stay
 * @param createdAt UTC
 * @param version for {@code If-Match}
 */
public record Company(
        long id,
        String code,
        String name,
        String currency,
        String zone,
        String language,
        String yearStart,
        boolean active,
        Instant createdAt,
        long version) {}
