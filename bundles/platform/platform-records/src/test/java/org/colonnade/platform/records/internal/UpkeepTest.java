package org.colonnade.platform.records.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.web.Versions;
import org.colonnade.platform.records.internal.rights.Access;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.platform.records.internal.sample.Asset;
import org.colonnade.platform.records.internal.sample.AssetDraft;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** What every record gets. */
public class UpkeepTest extends OnEachDatabase {

    private static final Actor TRAINEE = new Actor(
            Ref.of("platform", "user", 8),
            "trainee",
            Set.of("sample.asset.read", "sample.asset.change"),
            false,
            Set.of("trainee"));
    private static final Actor STRANGER = new Actor(Ref.of("platform", "user", 9), "stranger", Set.of(), false);

    private Sample sample;

    @Before
    public void open() {
        sample = new Sample(database());
    }

    private static AssetDraft full() {
        return new AssetDraft(
                "Crane",
                "C-1",
                Asset.State.USED,
                LocalDate.of(2026, 3, 1),
                Instant.parse("2026-03-02T10:00:00.123456Z"),
                Money.of("1200.50", "EUR"),
                3,
                new BigDecimal("12.500000"),
                true,
                Ref.of("crm", "party", 5),
                List.of("yard", "ลาน"));
    }

    private static AssetDraft named(String name) {
        return new AssetDraft(name, null, null, null, null, null, 0, null, false, null, null);
    }

    @Test
    public void whatWasGivenIsKept() {
        Kept<Asset> made = sample.assets.create(Sample.KEEPER, full());
        Kept<Asset> read = sample.assets.read(Sample.KEEPER, made.id());
        assertEquals(made.value().price(), read.value().price());
        assertEquals(
                sample.assets.plan().draftOf(made.value()).spots(), read.value().spots());
        assertEquals(made.value().seenAt(), read.value().seenAt());
        assertEquals(1, read.version());
        assertFalse(read.archived());
    }

    @Test
    public void aChangeThatSaysNothingNewStoresNothing() {
        Kept<Asset> made = sample.assets.create(Sample.KEEPER, named("Saw"));
        Kept<Asset> same = sample.assets.change(Sample.KEEPER, made.id(), version -> {}, draft -> draft);
        assertEquals(1, same.version());
        Kept<Asset> other = sample.assets.change(Sample.KEEPER, made.id(), version -> {}, draft -> named("Saws"));
        assertEquals(2, other.version());
        assertEquals(
                "Saws", sample.assets.read(Sample.KEEPER, made.id()).value().name());
    }

    @Test
    public void aStaleVersionIsRefused() {
        Kept<Asset> made = sample.assets.create(Sample.KEEPER, named("Saw"));
        sample.assets.change(Sample.KEEPER, made.id(), version -> {}, draft -> named("Saws"));
        Problem stale = assertThrows(
                Problem.class,
                () -> sample.assets.change(
                        Sample.KEEPER, made.id(), v -> Versions.match("\"1\"", v), draft -> named("X")));
        assertEquals("platform.record.stale", stale.code());
    }

    @Test
    public void whatIsArchivedIsOutOfListsAndNotChanged() {
        Kept<Asset> made = sample.assets.create(Sample.KEEPER, named("Saw"));
        sample.assets.archive(Sample.KEEPER, made.id(), version -> {});
        assertTrue(sample.assets.list(Sample.KEEPER, RecordQuery.all()).items().isEmpty());
        assertEquals(
                "sample.asset.archived",
                assertThrows(
                                Conflict.class,
                                () -> sample.assets.change(Sample.KEEPER, made.id(), v -> {}, d -> named("X")))
                        .code());
        sample.assets.restore(Sample.KEEPER, made.id(), version -> {});
        assertEquals(
                1, sample.assets.list(Sample.KEEPER, RecordQuery.all()).items().size());
    }

    @Test
    public void wordsAreFoundWithoutCaseAndAccents() {
        sample.assets.create(Sample.KEEPER, named("Émile's Ladder"));
        sample.assets.create(Sample.KEEPER, named("โต๊ะใหญ่"));
        assertEquals(1, found("emile lad").size());
        assertEquals(1, found("โตะ").size());
        assertEquals(0, found("ladders").size());
        assertEquals(0, found("%").size());
    }

    private List<Kept<Asset>> found(String q) {
        return sample.assets
                .list(Sample.KEEPER, new RecordQuery(null, q, null, null, null, PageRequest.first()))
                .items();
    }

    @Test
    public void nobodyEntersWithoutPermission() {
        Kept<Asset> made = sample.assets.create(Sample.KEEPER, named("Saw"));
        assertThrows(Forbidden.class, () -> sample.assets.read(STRANGER, made.id()));
        assertThrows(Forbidden.class, () -> sample.assets.create(STRANGER, named("Saw")));
        assertThrows(NotFound.class, () -> sample.assets.read(Sample.KEEPER, "0000000000000"));
        assertThrows(NotFound.class, () -> sample.assets.read(Sample.KEEPER, "nonsense"));
    }

    @Test
    public void badInputNamesItsFields() {
        Rejected refused = assertThrows(Rejected.class, () -> sample.assets.create(Sample.KEEPER, named(" ")));
        assertEquals("sample.asset.invalid", refused.code());
        assertEquals("name", refused.fields().get(0).field());
    }

    private Kept<Asset> withheld() {
        Kept<Asset> made = sample.assets.create(Sample.KEEPER, full());
        withhold("price", Access.NONE);
        withhold("serial", Access.MASK);
        withhold("weight", Access.READ);
        return made;
    }

    @Test
    public void whatARoleWithholdsIsNotShown() {
        Kept<Asset> made = withheld();
        Map<String, Object> seen = new Answers<>(sample.assets)
                .of(null, TRAINEE, sample.assets.sight(TRAINEE), List.of(made), Set.of("price", "serial", "weight"))
                .get(0);
        assertFalse(seen.containsKey("price"));
        assertEquals("•••", seen.get("serial"));
        assertNotNull(seen.get("weight"));
        assertEquals(
                Money.of("1200.50", "EUR"),
                sample.assets.read(Sample.KEEPER, made.id()).value().price());
    }

    private int byWords(String words) {
        return sample.assets
                .list(TRAINEE, new RecordQuery(null, words, null, null, null, PageRequest.first()))
                .items()
                .size();
    }

    @Test
    public void whatARoleWithholdsNoFilterTells() {
        withheld();
        for (String filter : List.of("price.amount=gt=1", "serial==C*", "price.currency==EUR")) {
            Rejected refused = assertThrows(
                    Rejected.class,
                    () -> sample.assets.list(TRAINEE, RecordQuery.all().where(filter)));
            assertEquals("platform.filter.unknown-field", refused.code());
        }
        assertThrows(
                Rejected.class,
                () -> sample.assets.list(TRAINEE, RecordQuery.all().by("serial")));
        assertEquals(1, byWords("crane"));
        assertEquals("what is withheld has the word", 0, byWords("c-1"));
        assertEquals(
                1,
                sample.assets
                        .list(TRAINEE, RecordQuery.all().where("weight==12.5"))
                        .items()
                        .size());
    }

    @Test
    public void whatARoleMayNotWriteStays() {
        Kept<Asset> made = withheld();
        Rejected refused = assertThrows(
                Rejected.class,
                () -> sample.assets.change(TRAINEE, made.id(), v -> {}, d -> as(d, d.name(), BigDecimal.ONE)));
        assertEquals("platform.field.not-writable", refused.code());
        assertEquals(
                2,
                sample.assets
                        .change(TRAINEE, made.id(), v -> {}, d -> as(d, "Cranes", d.weight()))
                        .version());
    }

    private static AssetDraft as(AssetDraft d, String name, BigDecimal weight) {
        return new AssetDraft(
                name,
                d.serial(),
                d.state(),
                d.boughtOn(),
                d.seenAt(),
                d.price(),
                d.pieces(),
                weight,
                d.insured(),
                d.holder(),
                d.spots());
    }

    private void withhold(String field, Access access) {
        sample.rights.put(Actor.system("test"), new FieldRights.Right("trainee", "sample:asset", field, access));
    }

    @Test
    public void badFiltersAreToldApart() {
        for (String filter : List.of("nothing==1", "custom.x==1", "spots==1")) {
            assertEquals("platform.filter.unknown-field", refusal(filter));
        }
        for (String filter : List.of(
                "name",
                "((",
                "pieces==many",
                "boughtOn=gt=yesterday",
                "state==GONE",
                "name=foo=1",
                "name==" + "x".repeat(5000),
                "(".repeat(30) + "name==x" + ")".repeat(30),
                "name==%")) {
            assertEquals(filter, "platform.filter.invalid", refusal(filter));
        }
        assertEquals(
                "platform.page.cursor",
                assertThrows(
                                Problem.class,
                                () -> sample.assets.list(
                                        Sample.KEEPER, RecordQuery.all().at(new PageRequest(5, "made-up"))))
                        .code());
    }

    private String refusal(String filter) {
        return assertThrows(
                        filter,
                        Problem.class,
                        () -> sample.assets.list(
                                Sample.KEEPER, RecordQuery.all().where(filter)))
                .code();
    }
}
