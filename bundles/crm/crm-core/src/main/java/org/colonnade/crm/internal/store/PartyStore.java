package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.domain.ImportRule;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.PointIds;
import org.colonnade.crm.internal.domain.SearchText;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.store.Work;

/** Where parties lie. */
public final class PartyStore {

    /** The tables that grow with parties and imports of them, the parties' own first. */
    public static final List<String> TABLES = List.of(
            "crm_party",
            "crm_contact_point",
            "crm_identifier",
            "crm_match_key",
            "crm_card_print",
            "crm_search",
            "crm_import_item");

    private static final String BY_IDS = "select p from PartyRow p where p.id in :ids order by p.id";
    private static final String LOCK = "select id from crm_party where id = any (?) order by id for update";
    private static final String IDENTIFIED =
            "select scheme, id_value, party_id from crm_identifier where scheme = ? and id_value = any (?)";
    private static final String PRINTED = "select print, party_id from crm_card_print where print = any (?)";
    private static final String PRINT = "insert into crm_card_print (print, party_id) values (?, ?)";
    private static final String NEXT =
            "select id from crm_party where id > ? and archived = false and merged_into is null"
                    + " order by id limit ?";
    private static final String NOTES = "select note_text from crm_note where party_id = ? order by id";
    private static final String NAMES = "select id, display_name from crm_party where id = any (?)";

    private static final String SEARCHED = "update crm_search set search_text = ? where party_id = ?";

    private final Supplier<PhoneRule> phones;

    /** @param phones how phone numbers are read now */
    public PartyStore(Supplier<PhoneRule> phones) {
        this.phones = phones;
    }

    /** The party with everything, to look at; or null. */
    public StoredParty find(Work work, long id) throws SQLException {
        return id < 0 ? null : PartyReading.one(work.unwrap(Connection.class), id);
    }

    /** The party with everything, kept from change by others until the transaction ends; or null. */
    public StoredParty lock(Work work, long id) throws SQLException {
        return id < 0 ? null : lock(work, List.of(id)).get(id);
    }

    /** Several parties, locked in one order that all share. */
    public Map<Long, StoredParty> lock(Work work, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return new HashMap<>();
        }
        Connection connection = work.unwrap(Connection.class);
        Sql.query(connection, LOCK, row -> row.getLong(1), Sql.ids(connection, ids));
        List<PartyRow> rows = work.unwrap(EntityManager.class)
                .createQuery(BY_IDS, PartyRow.class)
                .setParameter("ids", ids)
                .getResultList();
        return PartyReading.around(work.unwrap(Connection.class), rows);
    }

    /** Several parties with everything, notes and kept properties included; to look at. */
    public Map<Long, StoredParty> complete(Work work, Collection<Long> ids) throws SQLException {
        return PartyReading.whole(work.unwrap(Connection.class), ids);
    }

    /** Parties for a list, in the order of the ids. */
    public List<StoredParty> list(Work work, List<Long> ids) throws SQLException {
        Map<Long, StoredParty> found = PartyReading.shortly(work.unwrap(Connection.class), ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Several parties as they are, with who made and changed them; to look at. */
    public Map<Long, StoredParty> rows(Work work, Collection<Long> ids) throws SQLException {
        List<PartyRow> rows = work.unwrap(EntityManager.class)
                .createQuery(BY_IDS, PartyRow.class)
                .setParameter("ids", ids)
                .getResultList();
        return PartyReading.around(work.unwrap(Connection.class), rows);
    }

    /** A new party; {@link #save} puts it into its tables. */
    public StoredParty make(Work work, PartyContent content, String actor) {
        return make(work, work.newId(), owned(content, actor), actor);
    }

    /** What a card does not say: it is whose who brought it, and of their first team. */
    private static PartyContent owned(PartyContent content, String actor) {
        Actor caller = Caller.current().actor();
        boolean own = content.draft().owner() == null
                && caller.ref().type().equals("user")
                && caller.ref().toString().equals(actor);
        if (!own) {
            return content;
        }
        String home = caller.standing().home();
        return content.with(content.draft()
                .revised()
                .owner(caller.behalf())
                .team(home == null ? null : new Ref("platform", "team", home))
                .draft());
    }

    /** A new party with an id that is there already; {@link #put} puts it into its tables. */
    public StoredParty make(Work work, long id, PartyContent content, String actor) {
        return new StoredParty(new PartyRow(id, work.now(), actor), content);
    }

    /**
     * Puts parties, new or changed, into their tables and into the history. New notes are not among it.
     *
     * @param action what happened, a verb in the past tense for those that were there before; new ones were created
     */
    public void save(Work work, Collection<StoredParty> parties, String actor, String action) throws SQLException {
        if (parties.isEmpty()) {
            return;
        }
        List<StoredParty> named = named(work, parties);
        for (StoredParty party : named) {
            boolean fresh = party.row().version() == 0;
            says(work, party, actor);
            PartyTrail.write(work, party, fresh ? "created" : action);
        }
        store(work, named);
    }

    /** The same without the history, which whoever calls this writes. */
    public void put(Work work, Collection<StoredParty> parties, String actor) throws SQLException {
        for (StoredParty party : parties) {
            says(work, party, actor);
        }
        store(work, parties);
    }

    /** The parties with an id for each contact point that has none yet. */
    private static List<StoredParty> named(Work work, Collection<StoredParty> parties) {
        return parties.stream()
                .map(party -> {
                    PartyDraft draft = party.content().draft();
                    List<ContactPoint> points = PointIds.filled(draft.contactPoints(), () -> Tsid.text(work.newId()));
                    return points == draft.contactPoints()
                            ? party
                            : party.with(party.content().with(draft.reached(points)));
                })
                .toList();
    }

    private static void says(Work work, StoredParty party, String actor) {
        party.row().says(party.content().draft(), names(party.content()), work.now(), actor);
    }

    private void store(Work work, Collection<StoredParty> parties) throws SQLException {
        PartyWriting writing = new PartyWriting(work, phones.get());
        parties.forEach(writing::add);
        writing.store();
    }

    /** Takes a party out of all tables, if nothing was said or decided about it since it came. @return whether that could be */
    public boolean remove(Work work, long id) throws SQLException {
        if (!PartyRemoval.inUse(work, List.of(id), -1).isEmpty()) {
            return false;
        }
        PartyRemoval.remove(work, List.of(id));
        return true;
    }

    /** Writes the text anew in which a party is searched. */
    public void searchAnew(Work work, StoredParty party) throws SQLException {
        Sql.update(
                work.unwrap(Connection.class),
                SEARCHED,
                SearchText.of(party.content().draft(), party.content().notes(), phones.get()),
                party.id());
    }

    /** Stores what is pending and remembers no row any longer: a long transaction stays small in memory. */
    public static void forget(Work work) {
        EntityManager rows = work.unwrap(EntityManager.class);
        rows.flush();
        rows.clear();
    }

    /** Puts the party away or brings it back. */
    public void archive(Work work, StoredParty party, boolean away, String actor) throws SQLException {
        party.row().archived(away, work.now(), actor);
        PartyTrail.write(work, party, away ? "archived" : "restored");
    }

    /** The same without the history, which whoever calls this writes. */
    public void putAway(Work work, StoredParty party, boolean away, String actor) throws SQLException {
        party.row().archived(away, work.now(), actor);
    }

    /** Whose identifiers these are, as far as they are somebody's; asked scheme by scheme, as the key of the table goes. */
    public Map<Identifier, Long> owners(Work work, Collection<Identifier> identifiers) throws SQLException {
        Map<Identifier, Long> owners = new HashMap<>();
        Map<String, Set<String>> values = new TreeMap<>();
        identifiers.forEach(one ->
                values.computeIfAbsent(one.scheme(), scheme -> new TreeSet<>()).add(one.value()));
        for (Map.Entry<String, Set<String>> scheme : values.entrySet()) {
            Connection connection = work.unwrap(Connection.class);
            Sql.query(
                    connection,
                    IDENTIFIED,
                    row -> owners.put(new Identifier(row.getString(1), row.getString(2)), row.getLong(3)),
                    scheme.getKey(),
                    Sql.texts(connection, scheme.getValue()));
        }
        return owners;
    }

    /** Which parties came from cards with these prints. */
    public Map<String, Long> printed(Work work, Collection<String> prints) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        Connection connection = work.unwrap(Connection.class);
        Sql.query(
                connection,
                PRINTED,
                row -> found.put(row.getString(1).strip(), row.getLong(2)),
                Sql.texts(connection, prints));
        return found;
    }

    /** Remembers from which cards parties came. */
    public void print(Work work, Map<String, Long> prints) throws SQLException {
        if (!prints.isEmpty()) {
            try (PreparedStatement insert = work.unwrap(Connection.class).prepareStatement(PRINT)) {
                for (Map.Entry<String, Long> print : prints.entrySet()) {
                    Sql.set(insert, 1, print.getKey(), print.getValue());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    /** What was written about a party, oldest first. */
    public List<String> notes(Work work, long id) throws SQLException {
        Connection connection = work.unwrap(Connection.class);
        return Sql.query(connection, NOTES, row -> row.getString(1), id);
    }

    /** The ids of the next living parties after one, in order. */
    public List<Long> after(Work work, long id, int most) throws SQLException {
        return Sql.query(work.unwrap(Connection.class), NEXT, row -> row.getLong(1), id, most);
    }

    /** What people call the parties. */
    public Map<Long, String> names(Work work, Collection<Long> ids) throws SQLException {
        Map<Long, String> names = new HashMap<>();
        Connection connection = work.unwrap(Connection.class);
        Sql.query(connection, NAMES, row -> names.put(row.getLong(1), row.getString(2)), Sql.ids(connection, ids));
        return names;
    }

    static String names(PartyContent content) {
        return content.kept().stream().map(ImportRule::name).distinct().collect(Collectors.joining("\n"));
    }
}
