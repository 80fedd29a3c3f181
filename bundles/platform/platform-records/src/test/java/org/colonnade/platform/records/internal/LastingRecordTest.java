package org.colonnade.platform.records.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.records.internal.sample.Asset;
import org.colonnade.platform.sheets.internal.StreamSheets;
import org.colonnade.testkit.OnEachDatabase;
import org.colonnade.testkit.PaperFiles;
import org.colonnade.testkit.PaperRun;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Of some kinds nothing may be lost that somebody could have gone by: the undoing of an import puts such records away. */
public class LastingRecordTest extends OnEachDatabase {

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void whatMustNotBeLostIsPutAway() throws IOException {
        Companions companions = new Companions();
        companions.audit = database().auditLog();
        Sample lasting = new Sample(database(), companions, new RecordRules<>() {
            @Override
            public boolean removable() {
                return false;
            }
        });
        ImportOrder order = new ImportOrder("sample:asset", Map.of(), null, null, null, false, "CSV", null, null, null);
        Path home = folder.newFolder().toPath();
        Files.writeString(home.resolve(ImportJob.INPUT), "name,serial\nLadder,L-1\n");
        String input = lasting.assets.plan().json().write(order);
        PaperRun run = new PaperRun("0000000000001", input, Sample.KEEPER, new PaperFiles("0000000000001", home));
        new ImportJob<>(lasting.assets, order, new StreamSheets(ImportTest.defaults()), run).run();
        String id = lasting.assets
                .list(Sample.KEEPER, RecordQuery.all())
                .items()
                .get(0)
                .id();
        new UndoJob<>(lasting.assets, database().auditLog(), run.id(), run).run();
        Kept<Asset> left = lasting.assets.read(Sample.KEEPER, id);
        assertTrue(left.archived());
        assertEquals("Ladder", left.value().name());
    }
}
