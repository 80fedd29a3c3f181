package org.colonnade.crm.internal.intake;

import java.lang.reflect.Proxy;
import org.colonnade.crm.internal.Office;
import org.colonnade.platform.api.dossier.Dossiers;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.sheets.internal.SheetsConfig;
import org.colonnade.platform.sheets.internal.StreamSheets;

/** What imports need, put together as Declarative Services does it. */
public final class Paper {

    /** Reads and writes tables within the usual limits. */
    public static final Sheets SHEETS = new StreamSheets((SheetsConfig) Proxy.newProxyInstance(
            Paper.class.getClassLoader(),
            new Class<?>[] {SheetsConfig.class},
            (proxy, key, none) -> key.getDefaultValue()));

    private Paper() {}

    /** The desk of an office, whose jobs are done when the test says so. */
    public static FileImportDesk desk(Office office, PaperJobs jobs) {
        Intake intake = new Intake(office.tx, office.settings, office.records, SHEETS);
        FileImportDesk desk = new FileImportDesk(office.tx, office.records, intake);
        desk.jobs = jobs;
        jobs.knows(new ImportWorker(office.tx, intake));
        jobs.knows(new RevertWorker(office.tx, office.settings, office.records, intake));
        return desk;
    }

    /** Something else is kept about parties. */
    static void dossiers(JobWorker reverting, Dossiers dossiers) {
        ((RevertWorker) reverting).dossiers = dossiers;
    }
}
