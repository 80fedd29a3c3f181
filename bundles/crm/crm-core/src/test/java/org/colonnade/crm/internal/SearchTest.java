package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.testkit.OnEachDatabase;
import org.colonnade.testkit.TestDatabase;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;

public class SearchTest extends OnEachDatabase {

    private Office office;

    @Before
    public void open() {
        office = new Office(database());
    }

    @Test
    public void aPartyIsFoundByWhateverPeopleRemember() {
        office.create(zoe());
        office.person("Somebody", "Else");
        for (String words : List.of(
                "zoe",
                "ZOË müller",
                "obrien",
                "o'brien-muller",
                "brien",
                "zozo",
                "dr zoe",
                "weiss",
                "TEEHAUS einkauf",
                "buyer",
                "zoe.muller@münchen.example",
                "xn--mnchen",
                "0812345678",
                "081-234-5678",
                "+66 81 234 5678",
                "0066812345678",
                "345678",
                "75002 paris",
                "rue etoile",
                "zoe.example/home",
                "zo@chat",
                "grosskunde",
                "zo",
                "mü o'")) {
            assertEquals(words, List.of("Dr. Zoë Anna O’Brien-Müller"), office.find(words));
        }
    }

    @Test
    public void wordsThatFitNobodyFindNobodyAndNoWordsFindAll() {
        office.create(zoe());
        office.person("Somebody", "Else");
        for (String words : List.of("zoe else", "oe", "rien-mullerx", "081234567899", "%", "_oe")) {
            assertEquals(words, List.of(), office.find(words));
        }
        assertEquals(2, office.find("").size());
    }

    @Test
    public void thaiIsFoundAsWrittenAndWithoutToneMarks() {
        office.person("ก้องภพ", "น้ำใส");
        office.person("สมชาย", "ใจดี");
        for (String words : List.of("ก้องภพ", "กองภพ", "ก้อง", "น้ำ", "นำใส", "น\u0e4d\u0e49าใส", "ภ", "ใส ก้อง")) {
            assertEquals(words, List.of("ก้องภพ น้ำใส"), office.find(words));
        }
        assertEquals("another tone is another word", List.of(), office.find("ก่องภพ"));
        assertEquals(List.of("สมชาย ใจดี"), office.find("ชาย"));
    }

    @Test
    public void pagesGoByNameAndNeitherRepeatNorHide() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 57; i++) {
            names.add(office.person("N" + i % 7, "Family" + i % 5).displayName());
        }
        names.sort(Comparator.comparing((String name) -> name.split(" ")[1]).thenComparing(name -> name.split(" ")[0]));
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            var page = office.directory.search(Office.ACTOR, PartyQuery.ALL, new PageRequest(10, after));
            page.items().stream().map(Party::displayName).forEach(seen::add);
            if (after == null) {
                office.person("Aaron", "Aardvark");
            }
            after = page.next();
        } while (after != null);
        assertEquals(names, seen);
        assertEquals(57, office.all(new PartyQuery("family", null, null, false)).size());
    }

    @Test
    public void kindAndSearchGoTogether() {
        office.person("Ann", "Tea");
        office.create(PartyDraft.organisation("Tea House"));
        assertEquals(
                1,
                office.all(new PartyQuery(null, PartyKind.ORGANISATION, null, false))
                        .size());
        assertEquals(
                1,
                office.all(new PartyQuery("tea", PartyKind.PERSON, null, false)).size());
        assertEquals(2, office.all(new PartyQuery("tea", null, null, false)).size());
    }

    @Test
    public void whatMakesNoSenseIsRefusedWithACode() {
        assertEquals(
                "platform.search.too-long",
                assertThrows(Rejected.class, () -> office.find("x".repeat(501))).code());
        assertEquals(
                "platform.page.cursor",
                assertThrows(
                                Rejected.class,
                                () -> office.directory.search(
                                        Office.ACTOR, PartyQuery.ALL, new PageRequest(5, "made up")))
                        .code());
        assertEquals(List.of(), office.find("a\u0000b"));
        assertEquals(List.of(), office.find("\ud83d broken"));
    }

    @Test
    public void postgresFindsARareWordByTheTrigramIndexAndPagesByTheOrder() throws SQLException {
        Assume.assumeTrue("only PostgreSQL has trigrams", kind == TestDatabase.Kind.POSTGRESQL);
        office.person("Ann", "Lee");
        StringBuilder rows = new StringBuilder("First Name,Last Name,E-mail\n");
        for (int i = 0; i < 9_000; i++) {
            rows.append("Given")
                    .append(i)
                    .append(",Family")
                    .append(i)
                    .append(",p")
                    .append(i)
                    .append("@example.com\n");
        }
        assertEquals(9_000, office.rows(rows.toString()).created());
        try (Connection connection = database().connection();
                Statement statement = connection.createStatement()) {
            // with few rows PostgreSQL would rather read them all than the list of those that came last
            statement.execute("select gin_clean_pending_list('crm_search_trigram')");
            statement.execute("analyze");
            String rare = plan(
                    statement,
                    "select r.id, r.sort_name from crm_party r where r.archived = false and r.merged_into is null"
                            + " and exists (select 1 from crm_search w where w.party_id = r.id and w.search_text like '%p2345@exam%'"
                            + " escape '!') limit 3001");
            assertTrue(rare, rare.contains("crm_search_trigram"));
            String late = plan(
                    statement,
                    "select r.document from crm_party r where r.archived = false and r.merged_into is null and r.sort_name >= 'family1'"
                            + " and (r.sort_name > 'family1' or r.sort_name = 'family1' and r.id > 7)"
                            + " order by r.archived, r.sort_name, r.id limit 51");
            assertTrue(late, late.contains("crm_party_order") && !late.contains("Sort Key"));
        }
        assertEquals(List.of("Given2345 Family2345"), office.find("p2345@exam"));
    }

    private static PartyDraft zoe() {
        return new PartyDraft(
                PartyKind.PERSON,
                null,
                new PersonName("Dr.", "Zoë", "Anna", "O’Brien-Müller", null, "Zozo", null, null),
                "Teehaus Weiß",
                "Einkauf",
                "Buyer",
                null,
                null,
                null,
                null,
                List.of(
                        ContactPoint.of(ContactType.EMAIL, "Zoe.Muller@München.example"),
                        ContactPoint.of(ContactType.PHONE, "081 234 5678"),
                        ContactPoint.of(ContactType.WEB, "https://zoe.example/home"),
                        ContactPoint.of(ContactType.HANDLE, "xmpp:zo@chat.example"),
                        ContactPoint.of(
                                new PostalAddress(null, null, "8 rue de l’Étoile", "Paris", null, "75002", "France"))),
                List.of("Großkunde"),
                null);
    }

    private static String plan(Statement statement, String query) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("explain " + query)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
