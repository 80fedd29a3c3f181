package org.colonnade.platform.api.privacy;

import java.util.List;
import org.colonnade.platform.api.Ref;
import org.osgi.annotation.versioning.ConsumerType;

/** A function's reasons why something about a person must be kept. A service of the function. */
@ConsumerType
public interface PersonalDataHold {

    /** The function's id. */
    String module();

    /**
     * What must be kept.
     *
     * @param person a record, of any function, that stands for the person
     * @return the holds, on records of any function; empty if there are none
     */
    List<Hold> holds(Ref person);
}
