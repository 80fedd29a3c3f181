package org.colonnade.platform.api.privacy;

import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ProviderType;

/** Persons whose data is kept but must not be used (GDPR, article 18). A function asks before it sends, scores or shares. */
@ProviderType
public interface Restrictions {

    /** Whether processing is restricted for the person that this record stands for. One read by key. */
    boolean restricted(Ref person);
}
