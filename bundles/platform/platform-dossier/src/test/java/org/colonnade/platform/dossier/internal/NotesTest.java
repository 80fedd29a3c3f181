package org.colonnade.platform.dossier.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.dossier.Note;
import org.colonnade.platform.api.dossier.NoteDraft;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Stale;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class NotesTest extends OnEachDatabase {

    private Cabinet cabinet;

    @Before
    public void open() {
        cabinet = new Cabinet(database());
    }

    @Test
    public void aNoteTellsWhoWroteItAndWhomItMentions() {
        Note note = add("โทรกลับ @malee.s, @Malee.S และ @tom. Not mail@example.com");
        assertEquals(List.of("malee.s", "tom"), note.mentions());
        assertEquals("Clerk", note.author());
        assertEquals(Cabinet.CLERK.ref(), note.createdBy());
        assertEquals(note, cabinet.notes.get(Cabinet.READER, note.id()));
    }

    @Test
    public void thePinnedStandFirstThenTheNewestPageByPage() {
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            wanted.add(0, add("note " + i).id());
        }
        Note first = cabinet.notes.get(Cabinet.CLERK, wanted.get(3));
        cabinet.notes.change(Cabinet.CLERK, first.id(), v -> {}, draft -> new NoteDraft(draft.text(), true));
        wanted.add(0, wanted.remove(3));
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page<Note> page = cabinet.notes.of(Cabinet.READER, Cabinet.CASE, PageRequest.of(2, after));
            page.items().forEach(note -> seen.add(note.id()));
            after = page.next();
        } while (after != null);
        assertEquals(wanted, seen);
    }

    @Test
    public void aChangeNamesTheVersion() {
        Note note = add("one");
        Note changed = cabinet.notes.change(
                Cabinet.ADMIN, note.id(), v -> Versions.match("\"1\"", v), draft -> new NoteDraft("two", null));
        assertEquals(2, changed.version());
        assertEquals("Clerk", changed.author());
        assertEquals(Cabinet.ADMIN.ref(), changed.changedBy());
        assertThrows(
                Stale.class, () -> cabinet.notes.remove(Cabinet.CLERK, note.id(), v -> Versions.match("\"1\"", v)));
        cabinet.notes.remove(Cabinet.CLERK, note.id(), v -> Versions.match("\"2\"", v));
        assertThrows(NotFound.class, () -> cabinet.notes.get(Cabinet.CLERK, note.id()));
    }

    @Test
    public void whoMayNotReachTheRecordReachesNoNote() {
        Note hidden = cabinet.notes.add(Cabinet.ADMIN, Cabinet.HIDDEN, new NoteDraft("secret", null));
        NotFound missing = assertThrows(NotFound.class, () -> cabinet.notes.get(Cabinet.CLERK, hidden.id()));
        assertEquals("platform.note.not-found", missing.code());
        assertThrows(NotFound.class, () -> cabinet.notes.remove(Cabinet.CLERK, hidden.id(), v -> {}));
        assertThrows(Forbidden.class, () -> cabinet.notes.add(Cabinet.READER, Cabinet.CASE, new NoteDraft("x", null)));
        assertThrows(Forbidden.class, () -> cabinet.notes.of(Cabinet.STRANGER, Cabinet.CASE, PageRequest.first()));
    }

    @Test
    public void aNoteHasItsLimits() {
        assertThrows(Rejected.class, () -> add(" "));
        assertThrows(Rejected.class, () -> add("ก".repeat(100_001)));
        assertEquals("ก".repeat(100_000), add("ก".repeat(100_000)).text());
    }

    @Test
    public void naughtyStringsSurvive() throws Exception {
        List<String> written = new ArrayList<>();
        for (String text : Cabinet.naughty()) {
            if (!text.isBlank()) {
                assertEquals(
                        text, cabinet.notes.get(Cabinet.CLERK, add(text).id()).text());
                written.add(text);
            }
        }
        assertTrue(written.size() > 100);
    }

    private Note add(String text) {
        return cabinet.notes.add(Cabinet.CLERK, Cabinet.CASE, new NoteDraft(text, null));
    }
}
