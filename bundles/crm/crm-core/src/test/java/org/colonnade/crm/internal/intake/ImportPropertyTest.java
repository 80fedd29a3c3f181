package org.colonnade.crm.internal.intake;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.colonnade.crm.api.FileFormat;
import org.colonnade.crm.api.ImportOptions;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.internal.Office;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.reaction.DuplicateWatch;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Tsid;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Test;

/** Whatever an address book says: imported and taken back is as before, and what somebody touched between stays as they left it. */
public class ImportPropertyTest extends OnEachDatabase {

    private static final int PEOPLE = 40;

    /**
     * By table what is looked at: everything but versions, times of changes and ids of rows that are made anew. Keys are shared
     * by fewer than 100 parties here: those that more share say nothing, and whoever is looked at meanwhile loses the pairs.
     */
    private static final Map<String, String> TABLES = new TreeMap<>(Map.of(
            "crm_party", "select * from crm_party",
            "crm_contact_point", "select * from crm_contact_point",
            "crm_party_tag", "select * from crm_party_tag",
            "crm_identifier", "select * from crm_identifier",
            "crm_party_card", "select * from crm_party_card",
            "crm_card_print", "select party_id, print from crm_card_print",
            "crm_match_key", "select party_id, match_key from crm_match_key",
            "crm_search", "select * from crm_search",
            "crm_duplicate", "select party_a, party_b, state, strength, score, reasons from crm_duplicate",
            "crm_note", "select party_id, note_text from crm_note"));

    private static final Set<String> PASSING = Set.of("version", "changed_at", "changed_by");

    @Test
    public void importedAndTakenBackIsAsBefore() {
        Office office = new Office(database());
        DuplicateWatch watch = new DuplicateWatch(office.settings, office.memory);
        for (int seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed);
            office.cards(book(random));
            database().runReactions(watch);
            Map<String, Set<String>> before = everything(office);
            ImportReport begun = begin(office, book(random));
            boolean killed = random.nextBoolean();
            if (killed) {
                office.jobs.work(begun.job(), Office.ACTOR, 1, false);
            }
            office.jobs.work();
            database().runReactions();
            Set<Long> touched = new HashSet<>();
            Map<String, Set<String>> mine = Map.of();
            if (seed % 2 == 0) {
                touched = touch(office, random);
                database().runReactions();
                mine = everything(office);
            }
            office.imports.revert(Office.ACTOR, begun.id());
            office.jobs.work();
            database().runReactions();
            String name = "seed " + seed;
            if (touched.isEmpty()) {
                assertEquals(name, before, everything(office));
            } else {
                assertEquals(name, without(before, touched), without(everything(office), touched));
                assertEquals(name, only(mine, touched), only(everything(office), touched));
            }
            ImportReport back = office.imports.get(Office.ACTOR, begun.id());
            assertEquals(name, ImportReport.State.REVERTED, back.state());
            assertTrue(name, back.reverted().kept() <= touched.size());
        }
    }

    private static Set<Long> touch(Office office, Random random) {
        List<Party> all = office.all(PartyQuery.ALL);
        Party one = all.get(random.nextInt(all.size()));
        office.desk.change(
                Office.ACTOR, one.id(), version -> {}, draft -> PartyRule.called(draft, "Touched " + random.nextInt()));
        return Set.of(Tsid.parse(one.id()));
    }

    private static ImportReport begin(Office office, String cards) {
        return office.imports.begin(
                Office.ACTOR,
                FileFormat.VCARD,
                new ByteArrayInputStream(cards.getBytes(StandardCharsets.UTF_8)),
                ImportOptions.real());
    }

    /** Cards of some of the same people, each time saying something else; some twice, some of nobody in particular, some broken. */
    private static String book(Random random) {
        StringBuilder book = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            int who = random.nextInt(PEOPLE);
            List<String> lines = new ArrayList<>(List.of("FN:Person " + who));
            if (random.nextInt(5) > 0) {
                lines.add("UID:person-" + who);
            }
            maybe(random, lines, "N:Family" + who + ";Given" + random.nextInt(3) + ";;;");
            maybe(random, lines, "EMAIL;TYPE=work:p" + random.nextInt(PEOPLE) + "@x.example");
            maybe(random, lines, "TEL;TYPE=cell;X-ODD=" + random.nextInt(3) + ":+66 81 000 " + (1000 + who));
            maybe(random, lines, "ADR:;;" + random.nextInt(9) + " Road;Bangkok;;10110;Thailand");
            maybe(random, lines, "NOTE:note " + random.nextInt(4));
            maybe(random, lines, "TITLE:Title " + random.nextInt(3));
            maybe(random, lines, "CATEGORIES:tag" + random.nextInt(3) + ",all");
            maybe(random, lines, "X-SHOE-SIZE:" + (36 + random.nextInt(10)));
            maybe(random, lines, "X-COLONNADE-IDENTIFIER;SCHEME=shop:" + who);
            if (random.nextInt(15) == 0) {
                lines = List.of("X-NOTHING:here");
            }
            book.append("BEGIN:VCARD\r\nVERSION:4.0\r\n")
                    .append(String.join("\r\n", lines))
                    .append("\r\nEND:VCARD\r\n");
        }
        return book.toString();
    }

    private static void maybe(Random random, List<String> lines, String line) {
        if (random.nextInt(3) == 0) {
            lines.add(line);
        }
    }

    private static Map<String, Set<String>> everything(Office office) {
        return office.tx.read(work -> {
            Map<String, Set<String>> all = new TreeMap<>();
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                all.put(
                        table.getKey(),
                        new TreeSet<>(Sql.query(work.unwrap(Connection.class), table.getValue(), row -> {
                            ResultSetMetaData columns = row.getMetaData();
                            Map<String, String> said = new TreeMap<>();
                            for (int i = 1; i <= columns.getColumnCount(); i++) {
                                String column = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
                                if (!PASSING.contains(column)) {
                                    said.put(column.equals("id") ? "party_id" : column, row.getString(i));
                                }
                            }
                            return said.toString();
                        })));
            }
            return all;
        });
    }

    private static Map<String, Set<String>> without(Map<String, Set<String>> all, Set<Long> parties) {
        return filtered(all, parties, false);
    }

    private static Map<String, Set<String>> only(Map<String, Set<String>> all, Set<Long> parties) {
        Map<String, Set<String>> some = filtered(all, parties, true);
        // the others of their pairs are as before again, or gone
        some.remove("crm_duplicate");
        return some;
    }

    private static Map<String, Set<String>> filtered(Map<String, Set<String>> all, Set<Long> parties, boolean of) {
        Map<String, Set<String>> some = new TreeMap<>();
        all.forEach((table, rows) -> {
            Set<String> chosen = new TreeSet<>(rows);
            chosen.removeIf(row -> parties.stream().anyMatch(id -> concerns(row, id)) != of);
            some.put(table, chosen);
        });
        return some;
    }

    private static boolean concerns(String row, long party) {
        return row.contains("party_id=" + party)
                || row.contains("party_a=" + party)
                || row.contains("party_b=" + party);
    }
}
