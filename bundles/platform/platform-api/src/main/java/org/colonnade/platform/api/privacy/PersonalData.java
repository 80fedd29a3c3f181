package org.colonnade.platform.api.privacy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a function knows about persons. A service of the function; each call is its own transaction, and may come again: the second time
 * changes nothing. A person is a record of any function, such as {@code crm:party:…}; a function that never heard of it answers with
 * nothing.
 */
@ConsumerType
public interface PersonalData {

    /** The function's id. */
    String module();

    /** The function's records that stand for the person or share a fact with it. */
    List<PersonalRecord> find(PersonQuery query);

    /** Writes down everything that the function knows about the person. */
    void export(Ref person, PersonalExport out) throws IOException;

    /**
     * Forgets the person: erases or anonymises each record about it, but keeps what a hold names, and says so.
     *
     * @param person a record, of any function, that stands for the person
     */
    Erasure erase(Ref person, ErasureContext context);

    /**
     * Forgets the person as all of these records. One after the other, unless the function looks for the person as a whole, such as in
     * files.
     *
     * @param person the records, of any function, that stand for the person
     * @since 1.1
     */
    default Erasure erase(Collection<Ref> person, ErasureContext context) {
        List<Erasure.Line> lines = new ArrayList<>();
        person.forEach(record -> lines.addAll(erase(record, context).lines()));
        return new Erasure(lines);
    }
}
