package org.colonnade.platform.api.series;

import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ProviderType;

/** A record's place in the line for a number: it counts from the commit on, and not at all if there is none. */
@ProviderType
public interface NumberClaim {

    /** The series' code. */
    String series();

    /** What shall have the number. */
    Ref record();
}
