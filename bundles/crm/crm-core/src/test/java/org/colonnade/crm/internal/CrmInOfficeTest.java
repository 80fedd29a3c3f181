package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.internal.demo.DemoContacts;
import org.colonnade.crm.internal.invariant.MergedOwnNothing;
import org.colonnade.crm.internal.invariant.OnePrimary;
import org.colonnade.crm.internal.invariant.PairsAreAlike;
import org.colonnade.crm.internal.invariant.PairsAreLiving;
import org.colonnade.crm.internal.invariant.SearchIsTrue;
import org.colonnade.crm.internal.reaction.DuplicateWatch;
import org.colonnade.platform.api.Invariant;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Test;

public class CrmInOfficeTest extends OnEachDatabase {

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
        database().runReactions(new DuplicateWatch(office.settings, office.memory));
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
                new OnePrimary(office.tx),
                new SearchIsTrue(office.tx, office.settings),
                new PairsAreAlike(office.tx),
                new PairsAreLiving(office.tx),
                new MergedOwnNothing(office.tx));
    }
}
