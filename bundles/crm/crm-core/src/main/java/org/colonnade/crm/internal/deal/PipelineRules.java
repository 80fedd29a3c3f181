package org.colonnade.crm.internal.deal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.colonnade.crm.api.deal.Pipeline;
import org.colonnade.crm.api.deal.PipelineDraft;
import org.colonnade.crm.internal.domain.deal.PipelineRule;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.store.Work;

/** What crm adds to the upkeep of pipelines. */
final class PipelineRules implements RecordRules<Pipeline, PipelineDraft> {

    private static final String OTHERS = "select id from crm_pipeline where standard = true and id <> ? order by id";

    private RecordDesk<Pipeline, PipelineDraft> desk;

    /** Told once, before the first use: the rules change other pipelines too. */
    void keptBy(RecordDesk<Pipeline, PipelineDraft> own) {
        desk = own;
    }

    @Override
    public PipelineDraft complete(PipelineDraft draft) {
        return PipelineRule.complete(draft);
    }

    @Override
    public void check(Fields faults, PipelineDraft draft, Pipeline before) {
        PipelineRule.check(faults, draft, before);
    }

    @Override
    public void stored(Work work, Kept<Pipeline> before, Kept<Pipeline> after) throws SQLException {
        String ref = desk.kind().ref(after.id()).toString();
        if (before != null) {
            List<String> removed = PipelineRule.removed(before.value(), after.value());
            if (!removed.isEmpty()) {
                PipelineRule.mayRemove(removed, StageTable.standing(work, ref));
            }
        }
        if (after.archived()) {
            mayGo(work, after, ref);
        }
        StageTable.keep(work, ref, after.value().stages());
        if (after.value().standard() && (before == null || !before.value().standard())) {
            onlyOne(work, after);
        }
    }

    private static void mayGo(Work work, Kept<Pipeline> after, String ref) throws SQLException {
        if (after.value().standard()) {
            throw new Conflict(
                    "crm.pipeline.standard", "This is the standard pipeline; make another the standard one first.");
        }
        long open = StageTable.open(work, ref);
        if (open > 0) {
            throw new Conflict(
                    "crm.pipeline.in-use", open + " opportunities are open on this pipeline; close or move them first.");
        }
    }

    private void onlyOne(Work work, Kept<Pipeline> standard) throws SQLException {
        List<String> others = Sql.query(
                work.unwrap(Connection.class), OTHERS, row -> Tsid.text(row.getLong(1)), Tsid.parse(standard.id()));
        for (String id : others) {
            Kept<Pipeline> other = desk.locked(work, id);
            Pipeline value = other.value();
            desk.put(
                    work,
                    other,
                    new Pipeline(value.name(), value.currency(), false, value.stages(), value.lostReasons()),
                    "changed");
        }
    }
}
