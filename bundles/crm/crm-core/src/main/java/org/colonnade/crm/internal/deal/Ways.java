package org.colonnade.crm.internal.deal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.colonnade.crm.api.deal.Pipeline;
import org.colonnade.crm.api.deal.PipelineDraft;
import org.colonnade.crm.internal.domain.deal.OpportunityRule.Way;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.store.Work;

/** Finds the pipeline that an opportunity goes. */
record Ways(RecordDesk<Pipeline, PipelineDraft> desk) {

    private static final String STANDARD = "select id from crm_pipeline where standard = true order by id limit 1";

    /** The pipeline, also one that was put away; the standard one for null. */
    Way of(Work work, Ref pipeline) throws SQLException {
        Kept<Pipeline> kept = kept(work, pipeline);
        return new Way(desk.kind().ref(kept.id()), kept.value());
    }

    /** A pipeline that opportunities may enter; the standard one for null. */
    Way open(Work work, Ref pipeline) throws SQLException {
        Kept<Pipeline> kept = kept(work, pipeline);
        if (kept.archived()) {
            throw wrong("was put away");
        }
        return new Way(desk.kind().ref(kept.id()), kept.value());
    }

    private Kept<Pipeline> kept(Work work, Ref pipeline) throws SQLException {
        String id = pipeline == null ? standard(work) : pipeline.id();
        List<Kept<Pipeline>> found = Tsid.parse(id) < 0 ? List.of() : desk.find(work, List.of(id));
        if (found.isEmpty()) {
            throw wrong("is not there");
        }
        return found.get(0);
    }

    private static String standard(Work work) throws SQLException {
        return Sql.query(work.unwrap(Connection.class), STANDARD, row -> Tsid.text(row.getLong(1))).stream()
                .findFirst()
                .orElse("");
    }

    private static Rejected wrong(String fault) {
        return new Rejected("crm.opportunity.invalid", "One field is not right.").field("pipeline", fault);
    }
}
