package org.colonnade.platform.api.series;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Gives legal numbers. A record takes its place in the line with its posting and has its number right after the commit, so nobody who posts
 * waits for another's transaction:
 *
 * <pre>{@code
 * NumberClaim claim = tx.write(work -> {
 *     entries.book(work, entry);
 *     return series.claim(work, "finance.invoice", entry.ref(), entry.date());
 * });
 * return entry.numbered(series.number(claim));
 * }</pre>
 *
 * <p>Numbers of a series and period are exactly 1..n. Who posts after another's commit, or after having seen it, has the later number; of
 * two whose commits overlap, the one that began to commit first has the smaller one unless the other was numbered before it was seen. A
 * crash between commit and number loses nothing: the number comes with the next one, or within a second on any node.
 */
@ProviderType
public interface NumberSeries {

    /**
     * Makes the series where there is none of its code; one that is there stays as people have made it.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code series.series.invalid}
     * @throws org.colonnade.platform.api.problem.Conflict {@code series.series.taken}, {@code series.pattern.taken}
     */
    void declare(SeriesPlan plan);

    /**
     * Lets the record have the next number when the transaction is stored. A record has one number in a series: who claims again gets the
     * one that it has.
     *
     * @param work the running write
     * @param series the code
     * @param date the document's date, which says the period; 1900 to 9998
     * @throws org.colonnade.platform.api.problem.NotFound {@code series.series.not-found}
     * @throws org.colonnade.platform.api.problem.Conflict {@code series.series.archived}
     * @throws org.colonnade.platform.api.problem.Rejected {@code series.date.invalid}
     */
    NumberClaim claim(Work work, String series, Ref record, LocalDate date) throws SQLException;

    /**
     * The number's text. After the commit it is waited for, some milliseconds. While the transaction is still under way, as in a request
     * with an {@code Idempotency-Key}, it is a mark for the answer alone, which the edge replaces by the number after the commit
     * ({@link org.colonnade.platform.api.web.LateText}); so it is never stored.
     *
     * @throws org.colonnade.platform.api.problem.Unavailable {@code series.number.waiting} if there is none after ten seconds; the posting
     *     stands, and the number comes
     */
    String number(NumberClaim claim);

    /** The number that a record has in a series; empty while it has none. */
    Optional<GivenNumber> find(String series, Ref record);
}
