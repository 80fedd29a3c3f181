package org.colonnade.platform.api.series;

import java.sql.SQLException;
import java.util.List;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes numbers into the rows of a function, in the transaction that gives them: whoever sees the number in the series sees it in the
 * record. A service of the function.
 */
@ConsumerType
public interface NumberTaker {

    /** Whose numbers: {@code <module>:<type>}, as in references. */
    String type();

    /**
     * Writes them down. Each number comes at least once from the taker's first arrival on; a second time changes nothing. Numbers do not
     * wait for their taker: where it is not here, or fails, they are given all the same, and it is called again when it is there. It runs
     * on behalf of whoever was first to ask, so it publishes and records nothing.
     *
     * @param work gives {@code java.sql.Connection}, not the function's mapper
     */
    void given(Work work, List<GivenNumber> numbers) throws SQLException;
}
