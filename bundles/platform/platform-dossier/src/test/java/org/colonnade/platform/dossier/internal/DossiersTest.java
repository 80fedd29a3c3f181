package org.colonnade.platform.dossier.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.Activity;
import org.colonnade.platform.api.dossier.FieldType;
import org.colonnade.platform.api.dossier.Note;
import org.colonnade.platform.api.dossier.NoteDraft;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.dossier.internal.invariant.ReferencesAreCounted;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DossiersTest extends OnEachDatabase {

    @Rule
    public TemporaryFolder home = new TemporaryFolder();

    private final StoredDossiers dossiers = new StoredDossiers();
    private Cabinet cabinet;
    private StoredAttachments attachments;
    private StoredActivities activities;
    private Activity only;
    private Activity both;

    @Before
    public void open() throws Exception {
        cabinet = new Cabinet(database());
        attachments = new StoredAttachments(
                cabinet.tx, cabinet.records, new DossierSettings(home.getRoot().toPath()));
        activities = ActivitiesTest.activities(cabinet);
        cabinet.fieldDesk.add(Cabinet.ADMIN, Draft.of("size", FieldType.TEXT).draft());
        cabinet.tx.write(work -> {
            cabinet.tags.set(work, Cabinet.CASE, List.of("red", "blue"));
            return cabinet.fields.write(work, Cabinet.CASE, Map.of("size", "XL"), Cabinet.CLERK);
        });
        note(Cabinet.CASE, "one");
        attachments.add(Cabinet.CLERK, Cabinet.CASE, "a", null, new ByteArrayInputStream(new byte[] {1}));
        only = activities.plan(Cabinet.CLERK, Plan.meeting().about(Cabinet.CASE).draft());
        both = activities.plan(
                Cabinet.CLERK, Plan.task().about(Cabinet.CASE, Cabinet.OTHER).draft());
    }

    @Test
    public void whatWasMovedCanBeMovedBack() {
        Note kept = note(Cabinet.OTHER, "was there before");
        List<Ref> moved = cabinet.tx.write(work -> dossiers.move(work, Cabinet.CASE, Cabinet.OTHER));
        assertEquals(
                List.of("note", "attachment", "activity"),
                moved.stream().map(Ref::type).toList());
        assertEquals(Map.of("tags", 2L, "activities", 1L, "customValues", 1L), counts(Cabinet.CASE));
        assertEquals(Map.of("notes", 2L, "attachments", 1L, "activities", 2L), counts(Cabinet.OTHER));
        Note between = note(Cabinet.OTHER, "written in between");
        cabinet.tx.write(work -> {
            dossiers.moveBack(work, moved, Cabinet.OTHER, Cabinet.CASE);
            return null;
        });
        assertEquals(
                Map.of("tags", 2L, "notes", 1L, "attachments", 1L, "activities", 2L, "customValues", 1L),
                counts(Cabinet.CASE));
        assertEquals(
                List.of(between.id(), kept.id()),
                cabinet.notes.of(Cabinet.CLERK, Cabinet.OTHER, PageRequest.first()).items().stream()
                        .map(Note::id)
                        .toList());
    }

    @Test
    public void whatIsErasedIsGone() {
        Map<String, Long> gone = cabinet.tx.write(work -> dossiers.erase(work, Cabinet.CASE));
        assertEquals(Map.of("tags", 2L, "notes", 1L, "attachments", 1L, "activities", 1L, "customValues", 1L), gone);
        assertEquals(Map.of(), counts(Cabinet.CASE));
        assertThrows(NotFound.class, () -> activities.get(Cabinet.CLERK, only.id()));
        assertEquals(
                List.of(Cabinet.OTHER),
                activities.get(Cabinet.CLERK, both.id()).plan().about());
        assertEquals(List.of(), new ReferencesAreCounted(cabinet.tx).counterExamples(10));
    }

    private Map<String, Long> counts(Ref record) {
        return cabinet.tx.read(work -> dossiers.counts(work, record));
    }

    private Note note(Ref record, String text) {
        return cabinet.notes.add(Cabinet.CLERK, record, new NoteDraft(text, null));
    }
}
