package org.colonnade.testkit.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Map;
import org.colonnade.platform.api.Permission;
import org.colonnade.testkit.ModuleContract;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Each house rule is broken once, on purpose; and kept once, so that it is no obstacle. */
public class ModuleContractTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private FakeFunction fake;

    @Before
    public void begin() {
        fake = new FakeFunction(folder.getRoot().toPath());
    }

    @After
    public void end() throws Exception {
        fake.close();
    }

    @Test
    public void anExportOfTheCoreIsFound() throws Exception {
        fake.core("@org.osgi.annotation.bundle.Export package fake.internal;")
                .file("fake-core/bnd.bnd", "Export-Package: *")
                .built();
        breaks(
                ModuleContract::theCoreExportsNothing,
                "fake.internal.package-info has @Export",
                "bnd.bnd says Export-Package");
    }

    @Test
    public void anApiPackageWithoutVersionIsFound() throws Exception {
        fake.api("package fake.api; public interface Bare {}")
                .api("@org.osgi.annotation.bundle.Export package fake.api.event;")
                .built();
        breaks(
                ModuleContract::theApiPackagesHaveVersions,
                "fake.api has no package-info",
                "fake.api.event has no @Version");
    }

    @Test
    public void anApiThatLeansOnSomebodyIsFound() throws Exception {
        fake.api(
                        "package fake.api; public interface Leaning { org.junit.Test test(); int[][] numbers(); org.colonnade.platform.api.Ref ref(); }")
                .built();
        breaks(ModuleContract::theApiStandsAlone, "org.junit.Test");
        assertEquals(
                1,
                LayerRule.apiStandsAlone(
                                new FunctionFolder(folder.getRoot().toPath().resolve("fake-core")))
                        .size());
    }

    @Test
    public void techniqueInTheDomainIsFound() throws Exception {
        fake.core("package fake.internal.domain; public class Posting { java.sql.Connection connection; }")
                .built();
        breaks(ModuleContract::theRulesArePlainJava, "java.sql.Connection");
    }

    @Test
    public void askingTheMachineForTheTimeIsFound() throws Exception {
        fake.core(
                        "package fake.internal; public class Late { long a() { return System."
                                + "currentTimeMillis(); } Object b() { return java.time.LocalDate.now(java.time.ZoneId.of(\"UTC\")); } Object c() { return new java.util.Date(); } }")
                .built();
        breaks(ModuleContract::theTimeComesFromAClock, "currentTimeMillis", "LocalDate.now", "Late.c");
    }

    @Test
    public void aClockIsTheRightWay() throws Exception {
        fake.core(
                        "package fake.internal; public class OnTime { Object a(java.time.Clock clock) {"
                                + " return java.time.LocalDate.now(clock).toString() + clock.instant() + new java.util.Date(0); } }")
                .built();
        fake.contract().theTimeComesFromAClock();
    }

    @Test
    public void persistenceOutsideTheStoreIsFound() throws Exception {
        fake.core("package fake.internal; public class Desk { javax.persistence.EntityManager em; }")
                .core("package fake.internal.store; public class Rows { javax.persistence.EntityManager em; }")
                .built();
        breaks(ModuleContract::onlyTheStoreKnowsPersistence, "fake.internal.Desk");
    }

    @Test
    public void aReadmeWithoutItsHeadingsIsFound() throws Exception {
        fake.file("README.md", "# Fake\n## What it does\n## Install\n").built();
        breaks(ModuleContract::theReadmeHasItsHeadings, "no heading 'Configuration'", "no heading 'Permissions'");
    }

    @Test
    public void aReadmeThatKeepsSomethingBackIsFound() throws Exception {
        fake.file("README.md", "fake.thing.reading and fake.thing.mades and keys `halfLife`")
                .allows(Permission.of("fake.thing.read", "Read", "อ่าน"))
                .api(EVENT)
                .core(CONFIG)
                .built();
        breaks(
                ModuleContract::theReadmeNamesEverything,
                "the permission fake.thing.read",
                "the event fake.thing.made",
                "the configuration key half.life");
    }

    @Test
    public void aReadmeThatNamesEverythingIsEnough() throws Exception {
        fake.file("README.md", "Events: `fake.thing.made`. Permissions: `fake.thing.read`. Keys: `half.life`, `bare`.")
                .allows(Permission.of("fake.thing.read", "Read", "อ่าน"))
                .api(EVENT)
                .core(CONFIG)
                .built();
        fake.contract().theReadmeNamesEverything();
    }

    @Test
    public void aKeyWithoutDescriptionOrDefaultIsFound() throws Exception {
        fake.core(CONFIG).built();
        breaks(
                ModuleContract::configurationKeysExplainThemselves,
                "FakeConfig.bare has no @AttributeDefinition",
                "FakeConfig.bare has no default");
    }

    @Test
    public void anUnlabelledOrForeignPermissionIsFound() throws Exception {
        fake.allows(
                        new Permission("fake.thing.read", Map.of("en", "Read")),
                        Permission.of("other.thing.read", "Read", "อ่าน"))
                .built();
        breaks(
                ModuleContract::permissionsAreDeclaredAndLabelled,
                "fake.thing.read has no label in th",
                "other.thing.read begins neither");
    }

    @Test
    public void anEventThatIsLostInJsonIsFound() throws Exception {
        fake.api(
                        "package fake.api; import org.colonnade.platform.api.*; @org.colonnade.platform.api.event.EventType(\"fake.thing.lost\")"
                                + " public record Lost(Ref subject, Object anything) implements org.colonnade.platform.api.event.DomainEvent {}")
                .api(
                        "package fake.api; import org.colonnade.platform.api.*; @org.colonnade.platform.api.event.EventType(\"other.thing.made\")"
                                + " public record Strange(Ref subject) implements org.colonnade.platform.api.event.DomainEvent {}")
                .api(
                        "package fake.api; import org.colonnade.platform.api.*;"
                                + " public record Nameless(Ref subject) implements org.colonnade.platform.api.event.DomainEvent {}")
                .built();
        breaks(
                ModuleContract::eventsSurviveJson,
                "Lost does not survive JSON",
                "Strange has the type 'other.thing.made'",
                "Nameless has no @EventType");
    }

    @Test
    public void anEventOfPlainValuesSurvives() throws Exception {
        fake.api(EVENT).built();
        fake.contract().eventsSurviveJson();
    }

    @Test
    public void aTableOfSomebodyElseIsFound() throws Exception {
        fake.file(
                        "fake-core/target/classes/db/changelog.sql",
                        "--changeset fake:1\ncreate table if not exists party (id bigint);\nalter table crm_party add x int;\n"
                                + "create table fake_thing (id bigint);\n-- create table remark (id bigint);")
                .file(
                        "fake-core/target/classes/META-INF/persistence.xml",
                        "<persistence><persistence-unit name=\"other\"></persistence-unit></persistence>")
                .core(
                        "package fake.internal.store; @javax.persistence.Entity public class ThingRow { @javax.persistence.Id long id; }")
                .built();
        String message = breaks(
                ModuleContract::tablesCarryThePrefix,
                "creates party,",
                "changes crm_party,",
                "the persistence unit is called other",
                "does not list fake.internal.store.ThingRow");
        assertTrue(message, !message.contains("remark") && !message.contains("creates fake_thing"));
    }

    @Test
    public void anOptionalReferenceThatWouldMissItsPartnerIsFound() throws Exception {
        fake.core(
                        "package fake.internal; import org.osgi.service.component.annotations.*; public class Desk {"
                                + " @Reference(cardinality = ReferenceCardinality.OPTIONAL) Runnable partner;"
                                + " @Reference(cardinality = ReferenceCardinality.OPTIONAL) volatile Runnable moving;"
                                + " @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) Runnable keen;"
                                + " @Activate public Desk(@Reference java.util.List<Runnable> all, @Reference Runnable one) {} }")
                .built();
        String message = breaks(
                ModuleContract::optionalPartnersMayComeAndGo,
                "Desk.partner is optional",
                "<init> parameter 1 is optional");
        assertTrue(
                message, !message.contains("moving") && !message.contains("keen") && !message.contains("parameter 2"));
    }

    @Test
    public void aFileThatNobodyReadsToItsEndIsFound() throws Exception {
        fake.core("package fake.internal; public class Endless {" + "\n".repeat(400) + "}")
                .built();
        breaks(ModuleContract::filesAreShort, "Endless.java has 401 lines");
    }

    private static final String EVENT = "package fake.api; import org.colonnade.platform.api.*;"
            + " @org.colonnade.platform.api.event.EventType(\"fake.thing.made\")"
            + " public record ThingMade(Ref thing, Money price, java.time.Instant at, java.util.List<Part> parts, java.util.Map<String, Long> counts,"
            + " java.time.LocalDate day, Kind kind, String note, boolean free) implements org.colonnade.platform.api.event.DomainEvent {"
            + " public Ref subject() { return thing; } public record Part(String name, Quantity much) {} public enum Kind { SMALL, LARGE } }";

    private static final String CONFIG =
            "package fake.internal; import org.osgi.service.metatype.annotations.*; @ObjectClassDefinition"
                    + " public @interface FakeConfig { @AttributeDefinition(description = \"Days\") int half_life() default 3; int bare(); }";

    private String breaks(Check check, String... sayings) {
        AssertionError fault = assertThrows(AssertionError.class, () -> check.on(fake.contract()));
        for (String saying : sayings) {
            assertTrue(
                    fault.getMessage() + "\n  does not say: " + saying,
                    fault.getMessage().contains(saying));
        }
        return fault.getMessage();
    }

    private interface Check {
        void on(ModuleContract contract) throws Exception;
    }
}
