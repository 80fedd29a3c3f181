package org.colonnade.platform.privacy.internal.person;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.admin.Answering;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.api.privacy.PersonalDataHold;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.privacy.internal.CaseKind;
import org.colonnade.platform.privacy.internal.CaseState;
import org.colonnade.platform.privacy.internal.FakeFunction;
import org.colonnade.platform.privacy.internal.FunctionAnswer;
import org.colonnade.platform.privacy.internal.PersonCase;
import org.colonnade.platform.privacy.internal.Registry;
import org.colonnade.platform.privacy.internal.RegistryOf;
import org.colonnade.platform.privacy.internal.SettableClock;
import org.colonnade.platform.privacy.internal.Settings;
import org.colonnade.platform.privacy.internal.domain.CertificateText;
import org.colonnade.testkit.TestDatabase;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;

@RunWith(Parameterized.class)
public class CaseDeskTest {

    private static final Actor ACTOR = Actor.system("test");
    private static final PersonFacts ANN =
            new PersonFacts(Set.of("Ann Lee"), null, Set.of("ann@example.com"), Set.of());

    @Parameterized.Parameter
    public TestDatabase.Kind kind;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-10T12:00:00Z"));
    private final FakeFunction crm = new FakeFunction("crm");
    private final FakeFunction sales = new FakeFunction("sales");
    private final List<Hold> held = new ArrayList<>();
    private final Registry registry = new Registry();
    private TestDatabase database;
    private Tx tx;
    private CaseDesk desk;
    private Ref ann;

    @Parameterized.Parameters(name = "{0}")
    public static Object[] kinds() {
        return TestDatabase.Kind.values();
    }

    @Before
    public void raise() {
        database = TestDatabase.of(kind, clock);
        tx = database.tx("privacy");
        RegistryOf.data(registry).add(crm);
        RegistryOf.data(registry).add(sales);
        RegistryOf.answering(registry).add(answering("security"));
        RegistryOf.answering(registry).add(answering("crm"));
        desk = new CaseDesk(tx, registry, Settings.privacy(Map.of()));
        ann = crm.add("A", ANN);
        sales.add("S", ANN);
    }

    @After
    public void close() {
        database.close();
    }

    @Test
    public void everyFunctionForgetsThePersonUnderEachOfItsRecords() {
        crm.add("B", new PersonFacts(Set.of("Bob Lee"), null, Set.of("ann@example.com"), Set.of()));
        PersonCase done = erase();
        assertEquals(CaseState.DONE, done.state());
        assertEquals(List.of("crm:person:A", "sales:person:S"), texts(done.records()));
        assertEquals(
                List.of("crm:person:B"),
                done.alike().stream().map(one -> one.ref().toString()).toList());
        assertEquals(Set.of(), sales.people.keySet());
        assertEquals(1, crm.people.size());
        assertEquals(null, done.facts());
        assertEquals(1, events("platform.person.erased"));

        Certificate certificate = Certificate.of(done);
        assertEquals(List.of(2L, 0L, 0L), List.of(certificate.erased(), certificate.anonymised(), certificate.kept()));
        assertEquals(
                List.of("crm ANSWERED", "sales ANSWERED", "security NONE_DECLARED"),
                certificate.functions().stream()
                        .map(one -> one.module() + " " + one.answer())
                        .toList());
        String text = CertificateText.sealed(Certificate.text(done));
        assertTrue(text, text.endsWith(certificate.sha256() + "\n"));
        assertFalse(text, text.contains("Ann") || text.contains("example.com"));
    }

    @Test
    public void aPreviewChangesNothingAndIsNoProof() {
        PersonCase preview = desk.open(ACTOR, CaseKind.PREVIEW, ann, List.of(), "Try");
        assertEquals(CaseState.DONE, preview.state());
        assertEquals(1, preview.answer("sales").lines().size());
        assertEquals(1, sales.people.size());
        assertEquals(
                "platform.privacy.preview",
                assertThrows(Conflict.class, () -> Certificate.of(preview)).code());
        assertEquals(0, events("platform.person.erased"));
    }

    @Test
    public void aFunctionThatBreaksIsAskedAgainWithGrowingPauses() {
        sales.broken = true;
        PersonCase waiting = erase();
        assertEquals(CaseState.WAITING, waiting.state());
        assertEquals(
                List.of("sales"),
                waiting.waitingFor().stream().filter("sales"::equals).toList());
        assertFalse(waiting.answer("sales").failure().contains("secret"));
        assertEquals(
                "platform.privacy.not-done",
                assertThrows(Conflict.class, () -> Certificate.of(waiting)).code());
        assertFalse("its time has not come", desk.goOn());
        sales.broken = false;
        clock.pass(Duration.ofSeconds(6));
        assertTrue(desk.goOn());
        PersonCase done = desk.get(true, waiting.name());
        assertEquals(CaseState.DONE, done.state());
        assertEquals(List.of("crm:person:A", "sales:person:S"), texts(done.records()));
        assertEquals(Set.of(), sales.people.keySet());
        assertFalse(desk.goOn());
    }

    @Test
    public void aFunctionThatWasRemovedIsWaitedForAndAskedAtOnceWhenItComes() {
        desk.arrived(Set.of("crm", "sales"));
        RegistryOf.data(registry).remove(sales);
        PersonCase waiting = erase();
        assertEquals(List.of("sales"), waiting.waitingFor());
        assertEquals(
                "crm has answered",
                FunctionAnswer.State.ANSWERED,
                waiting.answer("crm").state());
        assertFalse(desk.goOn());
        RegistryOf.data(registry).add(sales);
        desk.arrived(Set.of("sales"));
        assertTrue(desk.goOn());
        PersonCase done = desk.get(true, waiting.name());
        assertEquals(CaseState.DONE, done.state());
        assertEquals(
                "what crm erased is still said", 1, done.answer("crm").lines().size());
        assertEquals(Set.of(), sales.people.keySet());
    }

    @Test
    public void aFunctionThatComesLaterIsAskedAboutEarlierErasures() {
        PersonCase done = erase();
        assertEquals(CaseState.DONE, done.state());
        FakeFunction support = new FakeFunction("support");
        support.people.put(ann, ANN);
        RegistryOf.data(registry).add(support);
        desk.arrived(Set.of("support"));
        assertTrue(desk.goOn());
        assertEquals(Set.of(), support.people.keySet());
        assertEquals(
                List.of("crm", "sales", "security", "support"),
                desk.get(true, done.name()).answers().stream()
                        .map(FunctionAnswer::module)
                        .toList());
        desk.arrived(Set.of("support", "crm", "sales"));
        assertFalse("after a restart nobody is asked twice", desk.goOn());
    }

    @Test
    public void nothingIsErasedBeforeEveryHoldIsKnown() {
        PersonalDataHold finance = hold();
        RegistryOf.holds(registry).add(finance);
        desk.arrived(Set.of("finance"));
        RegistryOf.holds(registry).remove(finance);
        PersonCase waiting = erase();
        assertEquals(List.of("crm", "finance", "sales"), waiting.waitingFor());
        assertEquals(2, crm.people.size() + sales.people.size());

        held.add(new Hold(ann, "An invoice points at it", "§ 147 AO", LocalDate.of(2026, 12, 31)));
        RegistryOf.holds(registry).add(finance);
        desk.arrived(Set.of("finance"));
        assertTrue(desk.goOn());
        PersonCase holding = desk.get(true, waiting.name());
        assertEquals(CaseState.HOLDING, holding.state());
        assertEquals(List.of(1, 0), List.of(crm.people.size(), sales.people.size()));
        Certificate certificate = Certificate.of(holding);
        assertEquals(
                LocalDate.of(2026, 12, 31),
                certificate.functions().get(0).kept().get(0).until());
        assertTrue(Certificate.text(holding).contains("An invoice points at it (§ 147 AO), until 2026-12-31"));

        held.clear();
        clock.pass(Duration.ofDays(200));
        assertFalse("not before the day", desk.goOn());
        clock.pass(Duration.ofDays(100));
        assertTrue(desk.goOn());
        assertEquals(CaseState.DONE, desk.get(true, waiting.name()).state());
        assertEquals(0, crm.people.size());
        assertEquals(2, events("platform.person.erased"));
    }

    @Test
    public void whatWasKeptAndIsNotFoundAgainIsGone() {
        held.add(new Hold(ann, "An invoice points at it", "§ 147 AO", LocalDate.of(2026, 3, 12)));
        RegistryOf.holds(registry).add(hold());
        PersonCase holding = erase();
        assertEquals(CaseState.HOLDING, holding.state());
        crm.people.clear();
        held.clear();
        clock.pass(Duration.ofDays(3));
        assertTrue(desk.goOn());
        PersonCase done = desk.get(true, holding.name());
        assertEquals(CaseState.DONE, done.state());
        assertEquals(
                List.of(Erasure.Line.erased(ann, "crm:person")),
                done.answer("crm").lines());
    }

    @Test
    public void whatStandsUnderTheRecordHasLinesOfItsOwn() {
        crm.besides = Set.of("dossier:note", "dossier:attachment");
        PersonCase done = erase();
        assertEquals(
                List.of("crm:person", "dossier:attachment", "dossier:note"),
                done.answer("crm").lines().stream().map(Erasure.Line::kind).toList());
        assertEquals(4, Certificate.of(done).erased());
    }

    @Test
    public void everyFunctionHearsByWhatThePersonIsRecognised() {
        crm.people.put(ann, new PersonFacts(ANN.names(), null, ANN.emails(), Set.of("+66812345678"), Set.of("T-77")));
        erase();
        assertEquals(Set.of("Ann Lee"), sales.told.names());
        assertEquals(Set.of("+66812345678"), sales.told.phones());
        assertEquals(Set.of("T-77"), sales.told.written());
    }

    @Test
    public void aFunctionWhoseDataIsGoneForGoodIsDismissed() {
        desk.arrived(Set.of("sales"));
        FunctionDesk functions = new FunctionDesk(tx, registry);
        assertThrows(Conflict.class, () -> functions.dismiss(ACTOR, "sales"));
        assertThrows(NotFound.class, () -> functions.dismiss(ACTOR, "nothing"));
        RegistryOf.data(registry).remove(sales);
        functions.dismiss(ACTOR, "sales");
        assertEquals(CaseState.DONE, erase().state());
        assertEquals("platform:system:test", functions.all().get(1).dismissedBy());
    }

    @Test
    public void theBundleHoldsWhatEveryFunctionKnows() throws IOException {
        PersonCase export = desk.open(ACTOR, CaseKind.EXPORT, ann, List.of(), null);
        assertEquals(CaseState.DONE, export.state());
        Bundles bundles = new Bundles(tx);
        bundles.ready(export);
        Map<String, String> files = unzipped(bundles, export);
        assertEquals(
                Set.of(
                        "index.json",
                        "crm/data.json",
                        "crm/files/1-__pass port.txt",
                        "sales/data.json",
                        "sales/files/1-__pass port.txt"),
                files.keySet().stream()
                        .map(name -> name.replaceAll("-_+", "-__"))
                        .collect(java.util.stream.Collectors.toSet()));
        assertTrue(files.get("crm/data.json"), files.get("crm/data.json").contains("Ann Lee"));
        assertTrue(files.get("index.json"), files.get("index.json").contains("\"security\""));
        assertEquals(1, events("platform.person.exported"));
        assertThrows(NotFound.class, () -> desk.get(true, export.name()));

        erase();
        assertEquals(
                "platform.privacy-bundle.not-found",
                assertThrows(NotFound.class, () -> bundles.ready(export)).code());
    }

    @Test
    public void aBundleIsDeletedAfterItsDays() {
        PersonCase export = desk.open(ACTOR, CaseKind.EXPORT, ann, List.of(), null);
        clock.pass(Duration.ofDays(13));
        desk.expire();
        Bundles bundles = new Bundles(tx);
        bundles.ready(export);
        clock.pass(Duration.ofDays(2));
        desk.expire();
        assertThrows(NotFound.class, () -> bundles.ready(export));
    }

    @Test
    public void theListsAreByKindAndNewestFirst() {
        PersonCase one = desk.open(ACTOR, CaseKind.PREVIEW, ann, List.of(), "Try");
        PersonCase two = erase();
        desk.open(ACTOR, CaseKind.EXPORT, ann, List.of(), null);
        assertEquals(
                List.of(two.name(), one.name()),
                desk.list(true, PageRequest.first()).items().stream()
                        .map(PersonCase::name)
                        .toList());
        assertEquals(1, desk.list(false, new PageRequest(1, null)).items().size());
    }

    private PersonCase erase() {
        return desk.open(ACTOR, CaseKind.ERASURE, ann, List.of(), "The person asked for it");
    }

    private PersonalDataHold hold() {
        return new PersonalDataHold() {
            @Override
            public String module() {
                return "finance";
            }

            @Override
            public List<Hold> holds(Ref person) {
                return held.stream().filter(one -> one.ref().equals(person)).toList();
            }
        };
    }

    private int events(String type) {
        database.placeEvents();
        return database.eventLog().entries(type, PageRequest.first()).items().size();
    }

    private static Answering answering(String module) {
        return () -> module;
    }

    private static List<String> texts(List<Ref> refs) {
        return refs.stream().map(Ref::toString).toList();
    }

    private static Map<String, String> unzipped(Bundles bundles, PersonCase export) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        bundles.write(export, out);
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
