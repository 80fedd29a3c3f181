package org.colonnade.platform.records.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.platform.records.internal.scoped.ScopedTables;
import org.colonnade.platform.records.internal.scoped.Visit;
import org.colonnade.platform.records.internal.scoped.VisitDraft;
import org.colonnade.platform.sheets.internal.SheetsConfig;
import org.colonnade.platform.sheets.internal.StreamSheets;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Test;

/** Who reaches which record, in every channel, compared with a model on paper: random teams, people, roles and records. */
public class ScopePropertyTest extends OnEachDatabase {

    private static final RecordKind<Visit, VisitDraft> VISIT = RecordKind.of(Visit.class, VisitDraft.class);
    private static final String READ = "sample.visit.read";
    private static final String CHANGE = "sample.visit.change";
    private static final int PEOPLE = 6;
    private static final int TEAMS = 5;
    private static final int RECORDS = 40;

    private final Random random = new Random(20261124);
    private final PaperTeams office = new PaperTeams();
    private final Companions companions = new Companions();
    private Upkeep<Visit, VisitDraft> visits;

    @Test
    public void everyChannelTellsWhatTheModelTells() throws IOException {
        companions.audit = database().auditLog();
        companions.teams = office;
        ScopedTables.make(database().tx("sample"));
        visits = new Upkeep<>(
                VISIT, database().tx("sample"), new FieldRights(database().tx("records")), companions);
        for (int i = 0; i < PEOPLE; i++) {
            office.people.add("p" + i);
        }
        for (int round = 0; round < 4; round++) {
            arrange();
            List<Kept<Visit>> all = records(round);
            for (String person : office.people) {
                compare(person, Reach.values()[random.nextInt(3)], Reach.values()[random.nextInt(3)], all);
            }
        }
    }

    private void arrange() {
        office.above.clear();
        for (int i = 0; i < TEAMS; i++) {
            String parent = i == 0 || random.nextInt(3) == 0 ? null : "t" + random.nextInt(i);
            office.team(
                    "t" + i,
                    parent,
                    office.people.stream().filter(one -> random.nextInt(4) == 0).toArray(String[]::new));
        }
    }

    private List<Kept<Visit>> records(int round) {
        Actor all = office.actor("p0", Set.of(READ, CHANGE), Map.of());
        List<Kept<Visit>> records = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            Ref owner = PaperTeams.person("p" + random.nextInt(PEOPLE));
            Ref team = random.nextInt(3) == 0 ? null : PaperTeams.teamRef("t" + random.nextInt(TEAMS));
            records.add(
                    visits.create(all, new VisitDraft("R" + round + " place " + i, random.nextInt(3), owner, team)));
        }
        Kept<Visit> away = records.get(0);
        visits.archive(all, away.id(), version -> {});
        records.set(0, visits.read(all, away.id()));
        return records;
    }

    private void compare(String person, Reach read, Reach change, List<Kept<Visit>> all) throws IOException {
        Actor actor = office.actor(person, Set.of(READ, CHANGE), narrowed(read, change));
        Set<String> seen = ids(all.stream().filter(one -> reaches(person, read, one)));
        String mine = "place==" + all.get(0).value().place().substring(0, 2) + "*";
        String stars = mine + ";stars=gt=0";
        assertEquals(seen, ids(pages(actor, mine, "place,-stars").stream()));
        assertEquals(
                ids(all.stream()
                        .filter(one -> seen.contains(one.id()) && one.value().stars() > 0)),
                ids(pages(actor, stars, "-stars").stream()));
        assertEquals(seen, exported(actor, mine));
        assertEquals(
                seen,
                visits.tx()
                        .read(work -> visits.visible(
                                work, actor, all.stream().map(Kept::id).toList())));
        for (Kept<Visit> one : all) {
            boolean sees = seen.contains(one.id());
            boolean changes = sees && reaches(person, change, one);
            assertEquals(sees, visits.visible(actor, one));
            single(actor, one, sees);
            if (!one.archived()) {
                changed(actor, one, sees, changes);
            }
        }
    }

    private void single(Actor actor, Kept<Visit> one, boolean sees) {
        RecordHistory<Visit, VisitDraft> history = new RecordHistory<>(visits, companions);
        List<Runnable> ways = List.of(
                () -> visits.read(actor, one.id()),
                () -> visits.tx().read(work -> visits.leaf(work, actor, one.id())),
                () -> history.list(one.id(), 10, null, actor),
                () -> history.read(one.id(), 1, actor));
        for (Runnable way : ways) {
            if (sees) {
                way.run();
            } else {
                assertThrows(NotFound.class, way::run);
            }
        }
    }

    private void changed(Actor actor, Kept<Visit> one, boolean sees, boolean changes) {
        String expected = changes ? "done" : sees ? "platform.scope.beyond" : "sample.visit.not-found";
        assertEquals(expected, outcome(() -> visits.change(actor, one.id(), seen -> {}, draft -> draft)));
        assertEquals(expected, outcome(() -> visits.requireChange(actor, one.id())));
        assertEquals(expected, outcome(() -> visits.tx().write(work -> visits.locked(work, actor, one.id()))));
    }

    private static String outcome(Runnable way) {
        try {
            way.run();
            return "done";
        } catch (NotFound | Forbidden refused) {
            return refused.code();
        }
    }

    private boolean reaches(String person, Reach reach, Kept<Visit> one) {
        return office.reaches(person, reach, one.value().owner(), one.value().team());
    }

    private static Map<String, Reach> narrowed(Reach read, Reach change) {
        Map<String, Reach> narrowed = new HashMap<>(Map.of(READ, read, CHANGE, change));
        narrowed.values().removeIf(reach -> reach == Reach.ALL);
        return narrowed;
    }

    private List<Kept<Visit>> pages(Actor actor, String filter, String sort) {
        List<Kept<Visit>> all = new ArrayList<>();
        String after = null;
        do {
            Page<Kept<Visit>> page =
                    visits.list(actor, new RecordQuery(filter, null, sort, "all", null, new PageRequest(7, after)));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private Set<String> exported(Actor actor, String filter) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetsConfig plain = (SheetsConfig) Proxy.newProxyInstance(
                SheetsConfig.class.getClassLoader(),
                new Class<?>[] {SheetsConfig.class},
                (proxy, method, arguments) -> method.getDefaultValue());
        RecordQuery query = new RecordQuery(filter, null, null, "all", null, PageRequest.first());
        new Exports<>(visits)
                .write(new StreamSheets(plain), out, SheetFormat.CSV, actor, query, Set.of("place"), rows -> {});
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(",")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ids(Stream<Kept<Visit>> records) {
        return records.map(Kept::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
