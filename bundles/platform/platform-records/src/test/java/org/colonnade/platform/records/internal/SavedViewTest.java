package org.colonnade.platform.records.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.records.internal.sample.AssetDraft;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Views are seen by those with whom they are shared, and stand for the list that their owner asked. */
public class SavedViewTest extends OnEachDatabase {

    private static final Actor ANN = user(1, "buyer");
    private static final Actor BEN = user(2, "buyer");
    private static final Actor CEM = user(3, "store keeper (1), 50%");

    private Sample sample;
    private SavedViews views;

    private static Actor user(long id, String role) {
        return new Actor(
                Ref.of("platform", "user", id),
                "user " + id,
                Set.of("records.view.read", "records.view.change", "sample.asset.read", "sample.asset.change"),
                false,
                Set.of(role));
    }

    @Before
    public void open() {
        sample = new Sample(database());
        views = new SavedViews(
                sample.rights,
                sample.companions,
                database().tx("records"),
                kind -> kind.equals("sample:asset") ? sample.assets : null);
    }

    @Test
    public void aViewIsSeenByThoseWithWhomItIsShared() throws Exception {
        String mine = save(ANN, view("mine", "pieces=gt=1", SavedView.Sharing.NOBODY, null))
                .id();
        String ours =
                save(ANN, view("ours", null, SavedView.Sharing.TEAM, "buyer")).id();
        String all =
                save(BEN, view("all", null, SavedView.Sharing.EVERYBODY, null)).id();
        String odd = save(CEM, view("odd", null, SavedView.Sharing.TEAM, "store keeper (1), 50%"))
                .id();
        assertEquals(Set.of("all", "mine", "ours"), names(ANN));
        assertEquals(Set.of("all", "ours"), names(BEN));
        assertEquals(Set.of("all", "odd"), names(CEM));
        assertThrows(NotFound.class, () -> as(BEN, () -> views.desk().read(BEN, mine)));
        assertThrows(NotFound.class, () -> as(BEN, () -> views.desk().archive(BEN, mine, v -> {})));
        assertThrows(NotFound.class, () -> as(CEM, () -> views.desk().change(CEM, ours, v -> {}, draft -> draft)));
        assertThrows(
                NotFound.class, () -> as(BEN, () -> views.asked(BEN, odd, "sample:asset", RecordQuery.all(), null)));
        assertThrows(Forbidden.class, () -> as(ANN, () -> views.desk().archive(ANN, all, v -> {})));
        assertThrows(
                Forbidden.class,
                () -> as(ANN, () -> views.desk().change(ANN, all, v -> {}, draft -> view("taken", null, null, null))));
        assertEquals(
                "own",
                as(ANN, () -> views.desk().change(ANN, mine, v -> {}, draft -> view("own", null, null, null)))
                        .value()
                        .name());
    }

    private String laddersAndLamps() throws Exception {
        for (int i = 0; i < 6; i++) {
            String name = i % 2 == 0 ? "Ladder" : "Lamp";
            sample.assets.create(
                    Sample.KEEPER, new AssetDraft(name, null, null, null, null, null, i, null, false, null, null));
        }
        String filter = "pieces=gt=0,pieces==0;insured==true";
        return save(
                        ANN,
                        new SavedViewDraft(
                                "sample:asset", "some", filter, "la", "-pieces", "name,pieces", null, null, null, null))
                .id();
    }

    @Test
    public void aListIsAskedByAView() throws Exception {
        String id = laddersAndLamps();
        SavedViews.Asked alone = views.asked(ANN, id, "sample:asset", RecordQuery.all(), null);
        assertEquals(List.of(5, 4, 3, 2, 1), pieces(alone));
        assertEquals("name,pieces", alone.fields());
        assertEquals(
                6,
                pieces(views.asked(ANN, null, "sample:asset", RecordQuery.all(), null))
                        .size());
        assertEquals(
                "records.view.other-kind",
                assertThrows(Rejected.class, () -> views.asked(ANN, id, "crm:lead", RecordQuery.all(), null))
                        .code());
    }

    @Test
    public void whatACallerAsksNarrowsAView() throws Exception {
        String id = laddersAndLamps();
        RecordQuery own = new RecordQuery(
                "pieces=lt=5,pieces=lt=4",
                "ladder",
                "pieces",
                null,
                null,
                RecordQuery.all().page());
        SavedViews.Asked both = views.asked(ANN, id, "sample:asset", own, "id");
        assertEquals(List.of(2, 4), pieces(both));
        assertEquals("id", both.fields());
    }

    @Test
    public void aViewThatCannotBeAskedIsRefused() {
        refused("platform.filter.unknown-field", draft("sample:asset", "colour==red", null, null));
        refused("platform.filter.invalid", draft("sample:asset", "((", null, null));
        refused("platform.sort.unknown-field", draft("sample:asset", null, "colour", null));
        refused("platform.fields.unknown", draft("sample:asset", null, null, "name,colour"));
        refused("records.view.invalid", draft("sample:nothing", null, null, null));
        refused("records.view.invalid", draft(null, null, null, null));
        refused("records.view.invalid", view("x", null, SavedView.Sharing.TEAM, "director"));
        refused("records.view.invalid", view("x", null, SavedView.Sharing.TEAM, null));
        refused("records.view.invalid", view("x", null, SavedView.Sharing.NOBODY, "buyer"));
    }

    private void refused(String code, SavedViewDraft draft) {
        assertEquals(code, assertThrows(Problem.class, () -> save(ANN, draft)).code());
    }

    private List<Integer> pieces(SavedViews.Asked asked) {
        return sample.assets.list(Sample.KEEPER, asked.query()).items().stream()
                .map(one -> one.value().pieces())
                .toList();
    }

    private Set<String> names(Actor actor) throws Exception {
        return as(actor, () -> views.desk().list(actor, RecordQuery.all())).items().stream()
                .map(one -> one.value().name())
                .collect(java.util.stream.Collectors.toSet());
    }

    private Kept<SavedView> save(Actor actor, SavedViewDraft draft) throws Exception {
        return as(actor, () -> views.desk().create(actor, draft));
    }

    private static <T> T as(Actor actor, Callable<T> work) throws Exception {
        return new Caller(actor, "test").call(work);
    }

    private static SavedViewDraft draft(String kind, String filter, String sort, String fields) {
        return new SavedViewDraft(kind, "x", filter, null, sort, fields, null, null, null, null);
    }

    private static SavedViewDraft view(String name, String filter, SavedView.Sharing shared, String team) {
        return new SavedViewDraft("sample:asset", name, filter, null, null, null, null, null, shared, team);
    }
}
