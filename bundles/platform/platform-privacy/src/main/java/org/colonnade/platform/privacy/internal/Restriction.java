package org.colonnade.platform.privacy.internal;

import java.time.Instant;
import org.colonnade.platform.api.Ref;

/**
 * A person whose data must not be used.
 *
 * @param person the record that stands for the person
 * @param reason why
 * @param since UTC
 * @param restrictedBy who, as a reference
 * @param version for {@code If-Match}
 */
public record Restriction(Ref person, String reason, Instant since, String restrictedBy, long version) {}
