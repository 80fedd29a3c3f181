package org.colonnade.crm.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.internal.Json;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** Where a party left traces outside its own rows: in what was imported, and in who was suspected to be the same. */
public final class PersonTraces {

    /** What stands where a name was. */
    public static final String ERASED = "erased";

    private static final int PAGE = 500;
    private static final String BY_CONTACT =
            "select distinct party_id from crm_contact_point where match_key = any (?) order by party_id limit ?";
    private static final String BY_NAME = "select id from crm_party where name_key = any (?) order by id limit ?";
    private static final String ITEMS =
            "select import_id, place, status, name, code, messages from crm_import_item where party_id = ? order by import_id, place";
    private static final String JOBS =
            "select distinct m.job from crm_import_item i join crm_import m on m.id = i.import_id"
                    + " where i.party_id = any (?) and m.job = any (?)";
    private static final String TRACES =
            "select import_id, place, party_id, name, suspects, raw from crm_import_item where (import_id, place) > (?, ?)"
                    + " order by import_id, place limit ?";
    private static final String FORGET =
            "update crm_import_item set name = ?, messages = '[]', suspects = '[]', raw = ? where import_id = ? and place = ?"
                    + " and (name <> ? or name is null)";
    private static final String FORGET_IMAGES = "update crm_import_change set before_image = null where party_id = ?";
    private static final String RENAME = "update crm_import_item set suspects = ? where import_id = ? and place = ?";
    private static final String PAIRS = "delete from crm_duplicate where party_a = ? or party_b = ?";
    private static final String PRINTS = "delete from crm_card_print where party_id = ?";
    private static final String DROP_NOTE = "delete from crm_note where id = ?";
    private static final String DROP_RELATIONSHIP = "delete from crm_relationship where id = ?";
    private static final String NOTES = "select id, note_text, author from crm_note where party_id = ? order by id";

    private PersonTraces() {}

    /** A card or row that became the party. */
    public record Item(String id, String status, String name, String code, String messages) {}

    /** What was written about the party. */
    public record Written(long id, String text, String author) {}

    /** Which of these jobs imported a card or row that became one of the parties, or changed it. */
    public static Set<String> jobs(Work work, Collection<String> jobs, Collection<Long> parties) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        return new LinkedHashSet<>(Sql.query(
                connection, JOBS, row -> row.getString(1), Sql.ids(connection, parties), Sql.texts(connection, jobs)));
    }

    /** A party of which nothing is known any more. */
    public static PartyDraft nobody(PartyKind kind) {
        return PartyDraft.nobody(kind)
                .revised()
                .displayName(ERASED)
                .name(PersonName.NONE)
                .draft();
    }

    /** The parties with one of these contact keys or names. */
    public static Set<Long> like(Work work, Collection<String> contacts, Collection<String> names, int limit)
            throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Set<Long> found = new LinkedHashSet<>(
                Sql.query(connection, BY_CONTACT, row -> row.getLong(1), Sql.texts(connection, contacts), limit));
        found.addAll(Sql.query(connection, BY_NAME, row -> row.getLong(1), Sql.texts(connection, names), limit));
        return found;
    }

    /** The party's notes, oldest first. */
    public static List<Written> notes(Work work, long party) throws SQLException {
        return Sql.query(
                work.unwrap(Connection.class),
                NOTES,
                row -> new Written(row.getLong(1), row.getString(2), row.getString(3)),
                party);
    }

    public static void dropNote(Work work, long note) throws SQLException {
        Sql.update(work.unwrap(Connection.class), DROP_NOTE, note);
    }

    public static void dropRelationship(Work work, long relationship) throws SQLException {
        Sql.update(work.unwrap(Connection.class), DROP_RELATIONSHIP, relationship);
    }

    /** Nobody is suspected to be the party any more, and no card is known as its own. */
    public static void dropPairsAndPrints(Work work, long party) throws SQLException {
        Sql.update(work.unwrap(Connection.class), PAIRS, party, party);
        Sql.update(work.unwrap(Connection.class), PRINTS, party);
    }

    /** What was imported and became the party. */
    public static List<Item> items(Work work, long party) throws SQLException {
        return Sql.query(
                work.unwrap(Connection.class),
                ITEMS,
                row -> new Item(
                        id(row.getLong(1), row.getLong(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                party);
    }

    /**
     * Takes the party out of everything that was imported: out of its own cards, out of refused ones that hold one of the texts, and
     * out of the suspects of others.
     *
     * @param texts in lower case, such as its e-mail addresses and its name
     * @return the cards and rows that do not say anything any more
     */
    public static List<String> forgetImported(Work work, long party, Collection<String> texts) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        Sql.update(connection, FORGET_IMAGES, party);
        List<String> forgotten = new ArrayList<>();
        String ref = StoredParty.ref(party).toString();
        Trace last = new Trace(-1, -1, false, null, null);
        for (List<Trace> page = List.of(last); !page.isEmpty(); ) {
            Trace after = page.get(page.size() - 1);
            page = Sql.query(connection, TRACES, row -> trace(row, party, texts), after.importId, after.place, PAGE);
            for (Trace trace : page) {
                if (trace.own) {
                    byte[] nothing = trace.raw == null ? null : new byte[0];
                    if (Sql.update(connection, FORGET, ERASED, nothing, trace.importId, trace.place, ERASED) == 1) {
                        forgotten.add(id(trace.importId, trace.place));
                    }
                } else if (trace.suspects.contains(ref)) {
                    Sql.update(connection, RENAME, renamed(trace.suspects, ref), trace.importId, trace.place);
                }
            }
        }
        return forgotten;
    }

    private static Trace trace(ResultSet row, long party, Collection<String> texts) throws SQLException {
        boolean somebodys = row.getObject(3) != null;
        byte[] raw = row.getBytes(6);
        String name = row.getString(4);
        String shown = name == null ? "" : name.toLowerCase(Locale.ROOT);
        boolean holds = !somebodys && (holds(raw, texts) || texts.contains(shown));
        return new Trace(
                row.getLong(1), row.getLong(2), holds || somebodys && row.getLong(3) == party, row.getString(5), raw);
    }

    private static boolean holds(byte[] raw, Collection<String> texts) {
        if (raw == null || raw.length == 0) {
            return false;
        }
        String text = new String(raw, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return texts.stream().anyMatch(text::contains);
    }

    private static String renamed(String suspects, String ref) {
        try {
            JsonNode all = Json.MAPPER.readTree(suspects);
            for (JsonNode one : all) {
                if (one.path("party").asText().equals(ref)) {
                    ((ObjectNode) one).put("name", ERASED);
                }
            }
            return Json.write(all);
        } catch (JsonProcessingException ourOwnText) {
            throw new IllegalStateException(ourOwnText);
        }
    }

    private static String id(long importId, long place) {
        return Tsid.text(importId) + '.' + place;
    }

    /** A card or row of an import, as far as it may hold a person. */
    private record Trace(long importId, long place, boolean own, String suspects, byte[] raw) {}
}
