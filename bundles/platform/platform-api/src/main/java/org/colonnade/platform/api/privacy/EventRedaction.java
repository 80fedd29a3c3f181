package org.colonnade.platform.api.privacy;

import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ProviderType;

/** Takes personal text out of events that have been told already; the events themselves stay, in their places. */
@ProviderType
public interface EventRedaction {

    /** What stands where a text was. */
    String ERASED = "erased";

    /**
     * Replaces the texts of these fields in all events of a record, dead letters included, within the running transaction.
     *
     * @param work the running transaction of the function whose events they are
     * @param subject the record
     * @param fields names of fields, at any depth; values that are no texts become null
     * @return how many events were changed
     */
    int redact(Work work, Ref subject, Set<String> fields);
}
