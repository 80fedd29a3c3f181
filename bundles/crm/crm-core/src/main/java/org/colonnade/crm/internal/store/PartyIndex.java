package org.colonnade.crm.internal.store;

import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.SearchTerms;
import org.colonnade.crm.internal.domain.SearchText;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Finds parties in the order of their names. On PostgreSQL a trigram index finds the words; H2 reads the table through, which is quick
 * enough for the tens of thousands that it is meant for.
 */
public final class PartyIndex {

    private static final String SELECT = "select s.sort_name, s.party_id from crm_search s where s.archived = ? and s.kind in (?, ?)";
    private static final String TAGGED =
            " and exists (select 1 from crm_party_tag t where t.party_id = s.party_id and t.tag_key = ?)";
    private static final String LIKE = " and s.search_text like ? escape '!'";
    private static final String LIKE_ALL = LIKE + LIKE + LIKE + LIKE + LIKE + LIKE + LIKE + LIKE;
    private static final String AFTER = " and (s.sort_name > ? or s.sort_name = ? and s.party_id > ?)"
            + " and s.sort_name >= ? order by s.sort_name, s.party_id limit ?";
    private static final String KIND = "select s.sort_name, s.party_id from crm_search s where s.archived = ? and s.kind = ?";

    private static final String ALL_LIST = SELECT + AFTER;
    private static final String ALL_ONE = SELECT + LIKE + AFTER;
    private static final String ALL_MANY = SELECT + LIKE_ALL + AFTER;
    private static final String TAG_LIST = SELECT + TAGGED + AFTER;
    private static final String TAG_ONE = SELECT + TAGGED + LIKE + AFTER;
    private static final String TAG_MANY = SELECT + TAGGED + LIKE_ALL + AFTER;
    private static final String KIND_LIST = KIND + AFTER;

    private static final String ARCHIVE = "update crm_search set archived = ? where party_id = ?";
    private static final String REWRITE = "update crm_search set search_text = ?, sort_name = ?, kind = ? where party_id = ?";

    private PartyIndex() {}

    /**
     * A party found, and where it stands.
     *
     * @param sortName its place in the order, with the id
     * @param id the party's id
     */
    public record Hit(String sortName, long id) {

        /** Before everything else. */
        public static final Hit START = new Hit("", -1);

        /** The place as a cursor. */
        public String cursor() {
            return PageRequest.cursor(sortName, Tsid.text(id));
        }
    }

    /** The next parties after the given place. */
    public static List<Hit> find(Connection connection, PartyQuery query, PhoneRule phones, Hit after, int limit) throws SQLException {
        List<String> patterns = patterns(query, phones);
        boolean tagged = !Texts.blank(query.tag());
        List<Object> parameters = new ArrayList<>();
        parameters.add(query.archived());
        if (patterns.isEmpty() && !tagged && query.kind() != null) {
            parameters.add(query.kind().name());
        } else {
            parameters.add((query.kind() == null ? PartyKind.PERSON : query.kind()).name());
            parameters.add((query.kind() == null ? PartyKind.ORGANISATION : query.kind()).name());
        }
        if (tagged) {
            parameters.add(PartyRule.tagKey(query.tag()));
        }
        parameters.addAll(patterns);
        Collections.addAll(parameters, after.sortName(), after.sortName(), after.id(), after.sortName(), limit);
        String text = text(patterns.size(), tagged, query.kind());
        return Sql.query(connection, text, row -> new Hit(row.getString(1), row.getLong(2)), parameters.toArray());
    }

    private static String text(int patterns, boolean tagged, PartyKind kind) {
        if (tagged) {
            return patterns == 0 ? TAG_LIST : patterns == 1 ? TAG_ONE : TAG_MANY;
        }
        if (patterns == 0) {
            return kind != null ? KIND_LIST : ALL_LIST;
        }
        return patterns == 1 ? ALL_ONE : ALL_MANY;
    }

    /** Either none, or one, or as many as the constant statement has, the longest one repeated. */
    private static List<String> patterns(PartyQuery query, PhoneRule phones) {
        List<String> patterns = new ArrayList<>(SearchTerms.of(query.text(), phones).patterns());
        if (patterns.size() > 1) {
            String longest = Collections.max(patterns, Comparator.comparing(String::length));
            while (patterns.size() < SearchTerms.MOST) {
                patterns.add(longest);
            }
        }
        return patterns;
    }

    static void archive(Connection connection, long party, boolean away) throws SQLException {
        Sql.update(connection, ARCHIVE, away, party);
    }

    static void write(Connection connection, StoredParty party, PhoneRule phones) throws SQLException {
        String text = SearchText.of(party.content().draft(), party.content().notes(), phones);
        Sql.update(connection, REWRITE, text, party.row().sortName(), party.row().kind().name(), party.id());
    }
}
