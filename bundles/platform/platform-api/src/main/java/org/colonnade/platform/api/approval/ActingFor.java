package org.colonnade.platform.api.approval;

import java.time.Instant;
import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells for whom somebody stands in. A service of whoever keeps substitutes; with several all count. Whoever stands in for a maker counts
 * as that maker too, and so cannot approve what the maker has made.
 */
@ConsumerType
public interface ActingFor {

    /** The accounts for whom this one stands in at the moment; none for most. Answers the same on all nodes. */
    Set<Ref> principals(Ref person, Instant at);
}
