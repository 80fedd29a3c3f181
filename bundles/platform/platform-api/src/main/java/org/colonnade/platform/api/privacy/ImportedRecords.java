package org.colonnade.platform.api.privacy;

import java.util.Collection;
import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a function knows of the records that came from files: an erasure asks by which jobs a person's records came, because the files of
 * those jobs hold the person too. A service of the function; it answers the same after the records were erased.
 *
 * @since 1.1
 */
@ConsumerType
public interface ImportedRecords {

    /**
     * Which of these jobs made or changed one of these records.
     *
     * @param jobs ids of jobs, of whichever function
     * @param records of whichever function
     */
    Set<String> jobs(Collection<String> jobs, Collection<Ref> records);
}
