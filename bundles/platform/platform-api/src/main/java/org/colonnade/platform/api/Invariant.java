package org.colonnade.platform.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A sentence about a function's data that is true at every moment, and can be checked at any. A service of the function. */
@ConsumerType
public interface Invariant {

    /** A stable name, {@code <module>.<what-holds>}. */
    String name();

    /** The sentence, in plain words. */
    String statement();

    /**
     * Looks for rows for which the sentence is not true.
     *
     * @param limit how many to show at most
     * @return the counter-examples, each in one line that names the record; empty when it holds
     */
    List<String> counterExamples(int limit);
}
