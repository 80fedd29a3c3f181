package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.internal.domain.ContactRule;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.SearchText;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Conflict;

/** Inserts parties and their parts: many with one batch for each table, a single one in one round trip where the database can. */
final class NewParties {

    private static final String PARTY =
            "insert into crm_party (id, version, kind, display_name, sort_name, name_key, org_key, name_prefix,"
                    + " name_given, name_additional, name_family, name_suffix, nickname, phonetic_given, phonetic_family,"
                    + " organisation, unit_name, job_title, role_name, birthday, language_tag, time_zone, kept_names,"
                    + " document, archived, created_at, created_by, changed_at, changed_by, owner, team) values (?, ?, ?, ?, ?, ?, ?,"
                    + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String POINT =
            "insert into crm_contact_point (party_id, place, point_type, point_value, normalised,"
                    + " match_key, purposes, label, is_primary, po_box, extended, street, locality, region, postal_code, country, card_line, point_id)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** A point of which more is known than most have: when it counts, whether it may be used, how trying it went. */
    private static final String STANDING =
            "insert into crm_contact_point (party_id, place, point_type, point_value, normalised,"
                    + " match_key, purposes, label, is_primary, po_box, extended, street, locality, region, postal_code, country, card_line, point_id,"
                    + " valid_from, valid_to, do_not_use, do_not_use_reason, verified_at, verified_by, bounces, bounced_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as date), cast(? as date), ?, ?,"
                    + " cast(? as timestamp(6) with time zone), ?, ?, cast(? as timestamp(6) with time zone))";

    private static final String TAG = "insert into crm_party_tag (party_id, tag_key, tag, place) values (?, ?, ?, ?)";
    private static final String IDENTIFIER =
            "insert into crm_identifier (scheme, id_value, party_id, place) values (?, ?, ?, ?)";
    private static final String CARD = "insert into crm_party_card (party_id, kept) values (?, ?)";
    private static final String SEARCH = "insert into crm_search (party_id, search_text) values (?, ?)";

    private static final String AND = "; ";
    private static final String START = PARTY + AND + SEARCH + AND + IDENTIFIER;

    /** A party with one identifier, its UID, and so many ways to reach it. */
    private static final List<String> AT_ONCE = List.of(
            START,
            START + AND + POINT,
            START + AND + POINT + AND + POINT,
            START + AND + POINT + AND + POINT + AND + POINT,
            START + AND + POINT + AND + POINT + AND + POINT + AND + POINT);

    private NewParties() {}

    /** One that is new, in one round trip if it has no more than most have. */
    static void one(Connection connection, StoredParty party, PhoneRule phones) throws SQLException {
        PartyDraft draft = party.content().draft();
        boolean plain = draft.contactPoints().size() < AT_ONCE.size()
                && draft.identifiers().size() == 1
                && draft.tags().isEmpty()
                && draft.contactPoints().stream().allMatch(NewParties::plain)
                && party.content().kept().isEmpty();
        if (!plain) {
            all(connection, List.of(party), phones);
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement(AT_ONCE.get(draft.contactPoints().size()))) {
            int place = Sql.set(insert, 1, party.row().born());
            place = Sql.set(insert, place, search(party, phones));
            place = Sql.set(insert, place, identifier(party, 0));
            for (int i = 0; i < draft.contactPoints().size(); i++) {
                place = Sql.set(insert, place, point(party, i, phones));
            }
            insert.execute();
        } catch (SQLException failure) {
            throw taken(failure);
        }
    }

    /** Those that are new. */
    static void all(Connection connection, Collection<StoredParty> parties, PhoneRule phones) throws SQLException {
        try (PreparedStatement party = connection.prepareStatement(PARTY)) {
            for (StoredParty one : parties) {
                add(party, one.row().born());
            }
            party.executeBatch();
        }
        parts(connection, parties, phones);
    }

    /** What belongs to parties in other tables, where nothing of it is now. */
    static void parts(Connection connection, Collection<StoredParty> parties, PhoneRule phones) throws SQLException {
        try (PreparedStatement point = connection.prepareStatement(POINT);
                PreparedStatement standing = connection.prepareStatement(STANDING);
                PreparedStatement tag = connection.prepareStatement(TAG);
                PreparedStatement identifier = connection.prepareStatement(IDENTIFIER);
                PreparedStatement card = connection.prepareStatement(CARD);
                PreparedStatement search = connection.prepareStatement(SEARCH)) {
            boolean tags = false;
            boolean cards = false;
            boolean stand = false;
            for (StoredParty party : parties) {
                PartyDraft draft = party.content().draft();
                stand |= points(point, standing, party, phones);
                for (int i = 0; i < draft.identifiers().size(); i++) {
                    add(identifier, identifier(party, i));
                }
                tags |= tags(tag, party);
                if (!party.content().kept().isEmpty()) {
                    add(card, party.id(), String.join("\n", party.content().kept()));
                    cards = true;
                }
                add(search, search(party, phones));
            }
            point.executeBatch();
            if (stand) {
                standing.executeBatch();
            }
            identifiers(identifier);
            if (tags) {
                tag.executeBatch();
            }
            if (cards) {
                card.executeBatch();
            }
            search.executeBatch();
        }
    }

    private static void identifiers(PreparedStatement identifier) throws SQLException {
        try {
            identifier.executeBatch();
        } catch (SQLException failure) {
            throw taken(failure);
        }
    }

    private static SQLException taken(SQLException failure) {
        if (Sql.UNIQUE.equals(failure.getSQLState())) {
            throw new Conflict("crm.identifier.taken", "Another party has one of these identifiers.");
        }
        return failure;
    }

    private static Object[] point(StoredParty party, int place, PhoneRule phones) {
        ContactPoint p = party.content().draft().contactPoints().get(place);
        PostalAddress a =
                p.address() == null ? new PostalAddress(null, null, null, null, null, null, null) : p.address();
        return new Object[] {
            party.id(),
            place,
            p.type().name(),
            p.value(),
            p.normalised(),
            ContactRule.matchKey(p, phones),
            String.join(" ", p.purposes()),
            p.label(),
            p.primary(),
            a.poBox(),
            a.extended(),
            a.street(),
            a.locality(),
            a.region(),
            a.postalCode(),
            a.country(),
            party.content().line(p),
            Tsid.parse(p.id())
        };
    }

    /** @return whether there is any of which more is known */
    private static boolean points(
            PreparedStatement point, PreparedStatement standing, StoredParty party, PhoneRule phones)
            throws SQLException {
        boolean stand = false;
        List<ContactPoint> all = party.content().draft().contactPoints();
        for (int i = 0; i < all.size(); i++) {
            if (plain(all.get(i))) {
                add(point, point(party, i, phones));
            } else {
                add(standing, standing(party, i, phones));
                stand = true;
            }
        }
        return stand;
    }

    private static boolean plain(ContactPoint p) {
        return p.validFrom() == null
                && p.validTo() == null
                && !p.doNotUse()
                && p.verifiedAt() == null
                && p.bounces() == null;
    }

    private static Object[] standing(StoredParty party, int place, PhoneRule phones) {
        ContactPoint p = party.content().draft().contactPoints().get(place);
        Object[] more = {
            text(p.validFrom()),
            text(p.validTo()),
            p.doNotUse(),
            p.doNotUseReason(),
            text(p.verifiedAt()),
            p.verifiedBy(),
            p.bounces() == null ? 0 : p.bounces(),
            text(p.bouncedAt())
        };
        return Stream.of(point(party, place, phones), more).flatMap(Stream::of).toArray();
    }

    /** A time goes in as text, because {@link Sql#set} gives every null as one. */
    private static String text(Object time) {
        return time == null ? null : time.toString();
    }

    private static Object[] identifier(StoredParty party, int place) {
        Identifier one = party.content().draft().identifiers().get(place);
        return new Object[] {one.scheme(), one.value(), party.id(), place};
    }

    private static Object[] search(StoredParty party, PhoneRule phones) {
        PartyDraft draft = party.content().draft();
        return new Object[] {party.id(), SearchText.of(draft, party.content().notes(), phones)};
    }

    private static boolean tags(PreparedStatement tag, StoredParty party) throws SQLException {
        int place = 0;
        for (String word : party.content().draft().tags()) {
            add(tag, party.id(), PartyRule.tagKey(word), word, place++);
        }
        return place > 0;
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        Sql.set(statement, 1, values);
        statement.addBatch();
    }
}
