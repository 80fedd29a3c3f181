package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.HttpMethod;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.event.PartyCreated;
import org.colonnade.crm.internal.demo.DemoContacts;
import org.colonnade.crm.internal.invariant.OnePrimary;
import org.colonnade.crm.internal.invariant.PairsAreAlike;
import org.colonnade.crm.internal.invariant.SearchIsTrue;
import org.colonnade.crm.internal.reaction.DuplicateWatch;
import org.colonnade.crm.internal.rest.Duplicates;
import org.colonnade.crm.internal.rest.Exports;
import org.colonnade.crm.internal.rest.Imports;
import org.colonnade.crm.internal.rest.PartyFiles;
import org.colonnade.crm.internal.rest.PartyNotes;
import org.colonnade.crm.internal.rest.PartyRelationships;
import org.colonnade.crm.internal.rest.PartySuspects;
import org.colonnade.crm.internal.rest.Tags;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.event.EventType;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Test;

public class CrmModuleTest extends OnEachDatabase {

    @Test
    public void everyOperationSaysWhatItNeedsAndEveryPermissionHasItsLabels() {
        CrmModule module = module(new Office(database()));
        Set<String> declared =
                module.permissions().stream().map(Permission::name).collect(Collectors.toSet());
        for (Object resource : module.resources()) {
            for (Method method : resource.getClass().getDeclaredMethods()) {
                boolean operation = Arrays.stream(method.getAnnotations())
                        .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class));
                if (operation) {
                    assertNotNull(method.toString(), method.getAnnotation(Operation.class));
                    assertTrue(
                            method.toString(),
                            declared.contains(
                                    method.getAnnotation(Requires.class).value()));
                }
            }
        }
        module.permissions()
                .forEach(permission ->
                        assertEquals(Set.of("en", "th"), permission.labels().keySet()));
        assertEquals(Set.of("en", "th"), module.labels().keySet());
    }

    @Test
    public void theDemoCompanyComesOnceAndEverythingAgrees() {
        Office office = new Office(database());
        DemoContacts demo = new DemoContacts(office.directory, office.desk, office.imports);
        assertTrue(demo.load().contains("30 contacts"));
        assertTrue(demo.load().contains("already"));
        assertEquals(30, office.all(PartyQuery.ALL).size());
        assertEquals(List.of("Dr. Jürgen Müller-Lüdenscheidt"), office.find("muller-luden"));
        String company = office.all(PartyQuery.text("chao phraya info@")).get(0).id();
        assertEquals(7, office.directory.relationships(Office.ACTOR, company).size());
        database().runReactions(new DuplicateWatch(office.settings));
        invariants(office)
                .forEach(invariant -> assertEquals(invariant.name(), List.of(), invariant.counterExamples(10)));
    }

    @Test
    public void anInvariantNoticesWhatIsNotTrue() throws SQLException {
        Office office = new Office(database());
        office.cards(ImportTest.card("FN:Ann", "TEL:1", "TEL:2"));
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement()) {
            statement.execute("update crm_contact_point set is_primary = true");
            statement.execute("update crm_search set search_text = 'x'");
        }
        assertEquals(1, new OnePrimary(office.tx).counterExamples(10).size());
        assertEquals(
                1,
                new SearchIsTrue(office.tx, office.settings).counterExamples(10).size());
    }

    @Test
    public void theReadmeNamesEveryPermissionEventAndKey() throws IOException {
        String readme =
                Files.readString(Path.of("..", "README.md").toAbsolutePath().normalize());
        module(new Office(database())).permissions().forEach(p -> assertTrue(p.name(), readme.contains(p.name())));
        for (Method key : CrmConfig.class.getDeclaredMethods()) {
            assertTrue(key.getName(), readme.contains(key.getName()));
        }
        for (String event : List.of("Created", "Changed", "Archived", "Restored")) {
            assertTrue(event, readme.contains("crm.party." + event.toLowerCase(Locale.ROOT)));
        }
        assertEquals(
                "crm.party.created",
                PartyCreated.class.getAnnotation(EventType.class).value());
        for (String heading : List.of("What it does", "Install", "Configuration", "REST", "Events", "Permissions")) {
            assertTrue(heading, readme.contains("\n## " + heading + "\n"));
        }
    }

    @Test
    public void aConfigurationThatMakesNoSenseIsNotTaken() {
        CrmSettings settings = new CrmSettings(Office.config("xx", -5, "klingon"));
        assertEquals("TH", settings.phones().region());
        assertEquals(16 << 10, settings.check().largestKept());
        settings.changed(Office.config("de", 100, "windows-874"));
        assertEquals("DE", settings.phones().region());
        assertEquals("x-windows-874", settings.fallback().name());
    }

    private static List<Invariant> invariants(Office office) {
        return List.of(
                new OnePrimary(office.tx), new SearchIsTrue(office.tx, office.settings), new PairsAreAlike(office.tx));
    }

    private static CrmModule module(Office office) {
        return new CrmModule(
                new PartyFiles(office.directory, office.desk, office.exports),
                new PartyNotes(office.directory, office.desk),
                new PartyRelationships(office.directory, office.desk),
                new PartySuspects(office.directory),
                new Tags(office.directory),
                new Duplicates(office.directory, office.desk),
                new Imports(office.imports),
                new Exports(office.exports));
    }
}
