package org.colonnade.platform.series.internal;

import java.sql.SQLException;
import java.util.Map;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.record.Turn;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.series.internal.domain.NumberPattern;
import org.colonnade.platform.series.internal.domain.Series;
import org.colonnade.platform.series.internal.domain.SeriesDraft;
import org.colonnade.platform.series.internal.domain.SeriesRule;
import org.colonnade.platform.series.internal.store.CounterRows;
import org.colonnade.platform.series.internal.store.SeriesTable;

/** What series need beyond their upkeep: a code and a pattern of their own, and no new way of counting amid it. */
final class SeriesRules implements RecordRules<Series, SeriesDraft> {

    @Override
    public SeriesDraft complete(SeriesDraft draft) {
        return SeriesRule.complete(draft);
    }

    @Override
    public void check(Fields faults, SeriesDraft draft, Series before) {
        SeriesRule.check(faults, draft, before);
    }

    @Override
    public Series decide(Turn<Series> turn, Work work) throws SQLException {
        Series wanted = turn.after().value();
        Series before = turn.before() == null ? null : turn.before().value();
        if (before == null) {
            SeriesTable.door(work);
            if (SeriesTable.byCode(work, wanted.code()).isPresent()) {
                throw new Conflict("series.series.taken", "There is a series of this code already.");
            }
            free(work, wanted.pattern(), -1);
            return wanted;
        }
        long id = Tsid.parse(turn.before().id());
        boolean counts = wanted.reset() == before.reset() && wanted.yearStart().equals(before.yearStart());
        if (!counts && !CounterRows.of(work, id).isEmpty()) {
            throw new Conflict(
                    "series.series.begun",
                    "The series has given numbers; when it begins again cannot be changed any more.");
        }
        if (!wanted.pattern().equals(before.pattern())) {
            SeriesTable.door(work);
            free(work, wanted.pattern(), id);
        }
        return wanted;
    }

    /** Numbers of two series, or of two patterns of one, never read alike. */
    private static void free(Work work, String wanted, long series) throws SQLException {
        NumberPattern pattern = NumberPattern.of(wanted);
        for (Map.Entry<String, Long> used : SeriesTable.patterns(work).entrySet()) {
            NumberPattern other = NumberPattern.of(used.getKey());
            boolean own = used.getValue() == series && pattern.countsLike(other);
            if (!own && pattern.mayEqual(other)) {
                throw new Conflict(
                        "series.pattern.taken",
                        "Numbers of this pattern could read like those of '" + used.getKey()
                                + "', which is in use or was.");
            }
        }
    }

    @Override
    public void stored(Work work, Kept<Series> before, Kept<Series> after) throws SQLException {
        String pattern = after.value().pattern();
        if (before == null || !before.value().pattern().equals(pattern)) {
            if (!SeriesTable.patterns(work).containsKey(pattern)) {
                SeriesTable.addPattern(work, pattern, Tsid.parse(after.id()));
            }
        }
    }
}
