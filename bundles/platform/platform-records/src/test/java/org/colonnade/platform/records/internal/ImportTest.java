package org.colonnade.platform.records.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.Reaction;
import org.colonnade.platform.api.job.RunEnded;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.record.event.RecordChanged;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.records.internal.sample.Asset;
import org.colonnade.platform.records.internal.sample.AssetDraft;
import org.colonnade.platform.sheets.internal.SheetsConfig;
import org.colonnade.platform.sheets.internal.StreamSheets;
import org.colonnade.testkit.OnEachDatabase;
import org.colonnade.testkit.PaperFiles;
import org.colonnade.testkit.PaperRun;
import org.colonnade.testkit.TestDatabase;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Tables in and out: what was exported comes in unchanged, what is refused is kept with its reason, and a whole import can be undone. */
public class ImportTest extends OnEachDatabase {

    @Rule
    public TemporaryFolder folder = new TemporaryFolder();

    private final Sheets sheets = new StreamSheets(defaults());
    private final Random random = new Random(7);
    private Sample sample;
    private int jobs;

    @Before
    public void open() {
        sample = new Sample(database());
        sample.companions.audit = database().auditLog();
    }

    static SheetsConfig defaults() {
        return (SheetsConfig) Proxy.newProxyInstance(
                SheetsConfig.class.getClassLoader(),
                new Class<?>[] {SheetsConfig.class},
                (proxy, method, arguments) -> method.getDefaultValue());
    }

    private PaperRun job(String csv, ImportOrder order) throws IOException {
        Path home = folder.newFolder().toPath();
        Files.writeString(home.resolve(ImportJob.INPUT), csv);
        String id = String.format("%013d", ++jobs);
        return new PaperRun(id, sample.assets.plan().json().write(order), Sample.KEEPER, new PaperFiles(id, home));
    }

    private static ImportOrder order(boolean dryRun) {
        return new ImportOrder("sample:asset", Map.of(), null, null, null, dryRun, "CSV", null, null, null);
    }

    private Map<String, Object> imported(PaperRun run, ImportOrder order) throws IOException {
        new ImportJob<>(sample.assets, order, sheets, run).run();
        return sample.assets.plan().json().map(run.outcome());
    }

    private Map<String, Object> imported(String csv) throws IOException {
        return imported(job(csv, order(false)), order(false));
    }

    private Map<String, Asset> all() {
        Map<String, Asset> all = new TreeMap<>();
        String after = null;
        do {
            var page = sample.assets.list(
                    Sample.KEEPER, new RecordQuery(null, null, "id", "all", null, new PageRequest(500, after)));
            page.items().forEach(record -> all.put(record.id(), record.value()));
            after = page.next();
        } while (after != null);
        return all;
    }

    @Test
    public void aTableComesIn() throws IOException {
        Map<String, Object> result = imported("Name,serial,price.amount,price.currency,boughtOn,insured,state\n"
                + "Ladder,L-1,12.30,EUR,2026-03-01,yes,used\n"
                + "Saw,,,,,,\n");
        assertEquals(2, number(result, "created"));
        Asset ladder = sample.assets
                .list(Sample.KEEPER, RecordQuery.all().where("serial==L-1"))
                .items()
                .get(0)
                .value();
        assertEquals("12.30", ladder.price().amount().toPlainString().substring(0, 5));
        assertEquals(Asset.State.USED, ladder.state());
        assertTrue(ladder.insured());
    }

    @Test
    public void aSecondTimeChangesNothing() throws IOException {
        String csv = "name,serial,pieces\nLadder,L-1,3\nSaw,S-1,4\n";
        imported(csv);
        Map<String, Object> again = imported(csv);
        assertEquals(2, number(again, "unchanged"));
        assertEquals(0, number(again, "created"));
        assertEquals(1, number(imported("serial,pieces\nL-1,9\n"), "changed"));
        assertEquals(2, all().size());
    }

    @Test
    public void whatIsRefusedLiesInAFileWithItsReason() throws IOException {
        PaperRun run = job("name,pieces,state\nLadder,3,USED\n,1,USED\nSaw,many,USED\nLamp,1,GONE\n", order(false));
        Map<String, Object> result = imported(run, order(false));
        assertEquals(1, number(result, "created"));
        assertEquals(3, number(result, "refused"));
        String refused = Files.readString(run.files().path(ImportJob.REFUSED));
        assertTrue(refused, refused.startsWith("name,pieces,state,problem"));
        assertTrue(refused, refused.contains("Saw,many,USED"));
        assertTrue(refused, refused.contains("pieces is a whole number"));
        assertTrue(refused, refused.contains("name is required"));
    }

    @Test
    public void anErasureLearnsByWhichJobsARecordCame() throws IOException {
        PaperRun first = job("name,serial\nLadder,L-1\nSaw,S-1\n", order(false));
        imported(first, order(false));
        PaperRun second = job("name,serial\nLamp,N-1\n", order(false));
        imported(second, order(false));
        Ref ladder = new Ref(
                "sample",
                "asset",
                sample.assets
                        .list(Sample.KEEPER, RecordQuery.all().where("serial==L-1"))
                        .items()
                        .get(0)
                        .id());
        ImportedKinds kinds = new ImportedKinds(database().tx("records"));
        List<String> jobs = List.of(first.id(), second.id());
        assertEquals(Set.of(first.id()), kinds.jobs(jobs, List.of(ladder, new Ref("crm", "party", "X"))));
        assertEquals(Set.of(), kinds.jobs(List.of(second.id()), List.of(ladder)));
        assertEquals(Set.of(), kinds.jobs(jobs, List.of(new Ref("sample", "other", ladder.id()))));
    }

    @Test
    public void aDryRunStoresNothing() throws IOException {
        Map<String, Object> result = imported(job("name\nLadder\nSaw\n", order(true)), order(true));
        assertEquals(2, number(result, "created"));
        assertTrue(all().isEmpty());
    }

    @Test
    public void aHeaderThatMakesNoSenseIsRefusedBeforeAnything() {
        for (String csv : List.of("colour,smell\nred,none\n", "name,name\na,b\n", "")) {
            assertThrows(csv, Problem.class, () -> imported(csv));
        }
        assertThrows(Problem.class, () -> imported("name,serial\nLadder,\"never closed\n"));
        assertThrows(Problem.class, () -> imported("n" + ",x".repeat(1200) + "\n"));
        assertTrue(all().isEmpty());
    }

    @Test
    public void aRunThatWasCutOffGoesOnWhereItStood() throws IOException {
        StringBuilder csv = new StringBuilder("name,serial\n");
        for (int i = 0; i < 950; i++) {
            csv.append(i % 50 == 7 ? "" : "Asset " + i).append(",N-").append(i).append('\n');
        }
        PaperRun run = job(csv.toString(), order(false)).cutAfter(4);
        assertThrows(RunEnded.class, () -> new ImportJob<>(sample.assets, order(false), sheets, run).run());
        assertTrue(all().size() > 300 && all().size() < 950);
        run.cutAfter(-1);
        Map<String, Object> result = imported(run, order(false));
        assertEquals(931, number(result, "created"));
        assertEquals(19, number(result, "refused"));
        assertEquals(931, all().size());
        assertEquals(
                20,
                Files.readString(run.files().path(ImportJob.REFUSED)).lines().count());
    }

    /** Property: rows that are stored together leave what rows leave that are stored one by one: records, report, history, events. */
    @Test
    public void storedTogetherOrOneByOneIsTheSame() throws IOException {
        String csv = table(1) + ",R1-1,,,,GONE\n,,1,,,\n" + table(1).replaceFirst("[^\n]*\n", "");
        List<String> together = left(csv, database(), sample);
        try (TestDatabase other = TestDatabase.of(kind)) {
            Companions companions = new Companions();
            companions.audit = other.auditLog();
            RecordRules<Asset, AssetDraft> alone = new RecordRules<>() {};
            assertFalse(alone.apart());
            assertEquals(left(csv, other, new Sample(other, companions, alone)), together);
        }
        assertTrue(together.toString(), together.size() > 150);
    }

    /** What an import leaves, without ids and times. */
    private List<String> left(String csv, TestDatabase database, Sample into) throws IOException {
        PaperRun run = job(csv, order(false));
        new ImportJob<>(into.assets, order(false), sheets, run).run();
        String refused = Files.readString(run.files().path(ImportJob.REFUSED));
        List<String> left = new ArrayList<>(List.of(run.outcome(), refused));
        Map<String, String> serials = new HashMap<>();
        RecordQuery query = RecordQuery.all().by("serial,name").at(new PageRequest(500, null));
        for (Kept<Asset> asset : into.assets.list(Sample.KEEPER, query).items()) {
            serials.put(Sample.ASSET.ref(asset.id()).toString(), asset.value().serial());
            left.add(asset.version() + " " + asset.value());
            database.auditLog().history(Sample.ASSET.ref(asset.id()), new PageRequest(100, null)).items().stream()
                    .map(entry -> entry.version() + entry.action() + entry.before() + entry.after())
                    .forEach(left::add);
        }
        List<RecordChanged> events = new ArrayList<>();
        database.runReactions(new Hearing(events));
        events.forEach(event ->
                left.add(serials.get(event.record().toString()) + event.action() + event.version() + event.fields()));
        return left;
    }

    /** Hears of all changes. */
    private record Hearing(List<RecordChanged> heard) implements Reaction<RecordChanged> {

        @Override
        public String name() {
            return "sample.hearing";
        }

        @Override
        public String module() {
            return "sample";
        }

        @Override
        public List<Class<? extends RecordChanged>> events() {
            return List.of(RecordChanged.class);
        }

        @Override
        public void react(RecordChanged event, Work work) {
            heard.add(event);
        }
    }

    @Test
    public void theDatabaseIsToldSoonThatTheTableGrows() throws IOException, SQLException {
        StringBuilder csv = new StringBuilder("name\n");
        for (int i = 0; i < 640; i++) {
            csv.append("Asset ").append(i).append('\n');
        }
        imported(csv.toString());
        if (kind == TestDatabase.Kind.POSTGRESQL) {
            try (Connection connection = database().connection();
                    Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery(
                            "select reltuples from pg_class where oid = 'sample_asset'::regclass")) {
                assertTrue(row.next());
                assertTrue("it knows of " + row.getLong(1), row.getLong(1) >= 500);
            }
        }
    }

    @Test
    public void twoRowsOfOneStepMayMeanTheSameRecord() throws IOException {
        imported("name,serial,pieces\nLadder,L-1,3\n");
        String id = all().keySet().iterator().next();
        PaperRun run = job("id,serial,name,pieces\n" + id + ",,Steps,\n,L-1,,7\n,L-2,Saw,1\n", order(false));
        Map<String, Object> result = imported(run, order(false));
        assertEquals(List.of(2, 1), List.of(number(result, "changed"), number(result, "created")));
        Kept<Asset> both = sample.assets.read(Sample.KEEPER, id);
        assertEquals("Steps 7 3", both.value().name() + " " + both.value().pieces() + " " + both.version());
        new UndoJob<>(sample.assets, database().auditLog(), run.id(), run).run();
        Asset before = sample.assets.read(Sample.KEEPER, id).value();
        assertEquals("Ladder 3", before.name() + " " + before.pieces());
        assertEquals(1, all().size());
    }

    /** Property: import, then undo = before, whatever came in; what was touched in between stays. */
    @Test
    public void anImportThatIsUndoneLeavesNoTrace() throws IOException {
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 20; i++) {
                sample.assets.create(Sample.KEEPER, old(round, i));
            }
            Map<String, Asset> before = all();
            PaperRun run = job(table(round), order(false));
            imported(run, order(false));
            Set<String> made = new HashSet<>(all().keySet());
            made.removeAll(before.keySet());
            String touched =
                    made.isEmpty() || round % 2 == 0 ? "" : made.iterator().next();
            if (!touched.isEmpty()) {
                sample.assets.change(Sample.KEEPER, touched, version -> {}, ImportTest::shouted);
            }
            new UndoJob<>(sample.assets, database().auditLog(), run.id(), run).run();
            Map<String, Asset> after = all();
            assertEquals(!touched.isEmpty(), after.containsKey(touched));
            after.remove(touched);
            assertEquals(before, after);
        }
    }

    private AssetDraft old(int round, int i) {
        return new AssetDraft(
                "Old " + i, "R" + round + "-" + i, null, null, null, null, random.nextInt(9), null, false, null, null);
    }

    private static AssetDraft shouted(AssetDraft d) {
        return new AssetDraft(
                d.name() + "!",
                d.serial(),
                d.state(),
                d.boughtOn(),
                d.seenAt(),
                d.price(),
                d.pieces(),
                d.weight(),
                d.insured(),
                d.holder(),
                d.spots());
    }

    private String table(int round) {
        StringBuilder csv = new StringBuilder("name,serial,pieces,price.amount,price.currency,state\n");
        for (int i = 0; i < 150; i++) {
            csv.append(random.nextInt(20) == 0 ? "" : "New " + random.nextInt(30))
                    .append(",R")
                    .append(round)
                    .append('-')
                    .append(random.nextInt(40))
                    .append(',')
                    .append(random.nextInt(9))
                    .append(',')
                    .append(random.nextBoolean() ? "," : random.nextInt(900) + ".50,THB")
                    .append(',')
                    .append(random.nextBoolean() ? "NEW" : "")
                    .append('\n');
        }
        return csv.toString();
    }

    @Test
    public void whatWentOutComesInUnchanged() throws IOException {
        for (int i = 0; i < 700; i++) {
            sample.assets.create(
                    Sample.KEEPER,
                    new AssetDraft(
                            "Émile, \"" + i + "\"\n=1+1",
                            "E-" + i,
                            Asset.State.NEW,
                            java.time.LocalDate.EPOCH,
                            null,
                            org.colonnade.platform.api.Money.of("1.5", "EUR"),
                            i,
                            null,
                            i % 2 == 0,
                            null,
                            List.of("a;b", "ลาน")));
        }
        for (SheetFormat format : SheetFormat.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Exports<>(sample.assets).write(sheets, out, format, Sample.KEEPER, RecordQuery.all(), null, rows -> {});
            ImportOrder order = new ImportOrder(
                    "sample:asset", Map.of(), null, "update", "clear", false, format.name(), null, null, null);
            PaperRun run = job("", order);
            Files.write(run.files().path(ImportJob.INPUT), out.toByteArray());
            Map<String, Object> result = imported(run, order);
            String refused = Files.exists(run.files().path(ImportJob.REFUSED))
                    ? Files.readString(run.files().path(ImportJob.REFUSED), StandardCharsets.UTF_8)
                    : "";
            assertEquals(format + " " + result + refused.lines().limit(3).toList(), 700, number(result, "unchanged"));
        }
        assertFalse(all().isEmpty());
    }

    private static int number(Map<String, Object> result, String name) {
        return ((Number) result.get(name)).intValue();
    }
}
