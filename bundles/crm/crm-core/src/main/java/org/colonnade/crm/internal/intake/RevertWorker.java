package org.colonnade.crm.internal.intake;

import java.sql.SQLException;
import java.util.List;
import org.colonnade.crm.api.ImportDesk;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.internal.CrmSettings;
import org.colonnade.crm.internal.Json;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.crm.internal.store.ImportStore;
import org.colonnade.crm.internal.store.ImportUndo;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.Dossiers;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Takes imports back as jobs: first the parties that they changed, then those that they made. What is done is written down with each
 * step, so a run that is cut off goes on behind it and nothing is taken back twice.
 */
@Component(service = JobWorker.class)
public class RevertWorker implements JobWorker {

    static final String KIND = "crm.import-revert";
    private static final int STEP = 100;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Dossiers dossiers;

    private final Tx tx;
    private final CrmSettings settings;
    private final Parties records;
    private final Intake intake;
    private final ImportStore imports = new ImportStore();

    @Activate
    public RevertWorker(
            @Reference(target = "(module=crm)") Tx tx,
            @Reference CrmSettings settings,
            @Reference Parties records,
            @Reference Intake intake) {
        this.tx = tx;
        this.settings = settings;
        this.records = records;
        this.intake = intake;
    }

    /**
     * Where a run stands.
     *
     * @param done how many parties were dealt with
     * @param change the last party that had been changed
     * @param place the place of the last party that had been made; −1 while it is not their turn
     */
    record Where(long done, long change, long place) {

        static final Where START = new Where(0, -1, -1);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        try {
            long id =
                    Tsid.parse(Json.read(run.input(), ImportWorker.Input.class).id());
            run.actor().require(ImportDesk.RUN);
            records.whole(run.actor());
            ImportReport report = tx.read(work -> imports.find(work, id));
            if (report != null && report.state() == ImportReport.State.REVERTING) {
                revert(run, id, report.created() + report.updated());
            }
        } finally {
            intake.endings().tell();
        }
    }

    private void revert(JobRun run, long id, long total) {
        TakingBack back = new TakingBack(
                new PartyStore(settings::phones), dossiers, run.actor().ref().toString(), id);
        Where where = run.checkpoint() == null ? Where.START : Json.read(run.checkpoint(), Where.class);
        for (boolean more = true; more; ) {
            run.goOn();
            Where from = where;
            where = tx.write(work -> {
                Where next = step(work, back, id, from);
                run.progress(work, next.done(), Math.max(total, next.done()), Json.write(next));
                return next;
            });
            more = !where.equals(from);
        }
        ImportReport.Reverted counts = tx.write(work -> {
            ImportReport.Reverted all = ImportUndo.counts(work, id);
            imports.reverted(work, id, all);
            return all;
        });
        run.result(Json.write(counts));
    }

    private static Where step(Work work, TakingBack back, long id, Where from) throws SQLException {
        if (from.place() < 0) {
            List<ImportUndo.Changed> changes = ImportUndo.changes(work, id, from.change(), STEP);
            back.restore(work, changes);
            return changes.isEmpty()
                    ? new Where(from.done(), from.change(), 0)
                    : new Where(
                            from.done() + changes.size(),
                            changes.get(changes.size() - 1).party(),
                            -1);
        }
        List<ImportUndo.Made> made = ImportUndo.creations(work, id, from.place(), STEP);
        back.remove(work, made);
        return made.isEmpty()
                ? from
                : new Where(
                        from.done() + made.size(),
                        from.change(),
                        made.get(made.size() - 1).place());
    }
}
