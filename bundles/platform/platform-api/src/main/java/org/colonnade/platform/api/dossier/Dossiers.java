package org.colonnade.platform.api.dossier;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A record's dossier as a whole, for whoever merges or erases records: inside that function's own transaction. Asks for no rights: the
 * caller has done that.
 */
@ProviderType
public interface Dossiers {

    /**
     * Moves notes, attachments and activities of one record to another of any kind. Tags and custom values stay: which of two survive is
     * for the caller to say, and {@link Tags} and {@link CustomFields} to store.
     *
     * @return what was moved, as references ({@code platform:note:…}), for {@link #moveBack}
     */
    List<Ref> move(Work work, Ref from, Ref to);

    /**
     * Moves back what {@link #move} moved; what was removed or moved on meanwhile is not missed.
     *
     * @param moved what it said
     * @param from where they are now
     * @param to where they were
     */
    void moveBack(Work work, List<Ref> moved, Ref from, Ref to);

    /** How many entries of each kind ({@code tags}, {@code notes}, …) a record has; kinds without any are missing. */
    Map<String, Long> counts(Work work, Ref record);

    /**
     * Removes all of it for good: tags, custom values, notes, attachments, and activities that are about no other record. The contents
     * of the attachments go after the time of grace unless another attachment has the same.
     *
     * @return how many entries of each kind were removed, as {@link #counts} names them
     */
    Map<String, Long> erase(Work work, Ref record);
}
