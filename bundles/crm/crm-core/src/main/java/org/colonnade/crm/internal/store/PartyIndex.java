package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.SearchTerms;
import org.colonnade.crm.internal.domain.SearchText;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;

/**
 * Finds parties in the order of their names. On PostgreSQL a trigram index finds the words; H2 reads the table through, which is quick
 * enough for the tens of thousands that it is meant for.
 */
public final class PartyIndex {

    private static final String ALL = "select s.sort_name, s.party_id from crm_search s where s.archived = ?";
    private static final String KIND = ALL + " and s.kind = ?";
    private static final String TAG =
            " and exists (select 1 from crm_party_tag t where t.party_id = s.party_id and t.tag_key = ?)";
    private static final String LIKE = " and s.search_text like ? escape '!'";
    private static final String LIKES = LIKE + LIKE + LIKE + LIKE + LIKE + LIKE + LIKE + LIKE;
    private static final String AFTER =
            " and s.sort_name >= ? and (s.sort_name > ? or s.party_id > ?) order by s.archived, ";

    /** Names the columns of the index from its beginning: H2 goes by it only then. */
    private static final String BY_NAME = AFTER + "s.sort_name, s.party_id limit ?";

    private static final String BY_KIND = AFTER + "s.kind, s.sort_name, s.party_id limit ?";

    /** By whether a kind is named, whether a tag is named, and how many patterns there are: none, one, several. */
    private static final String[][][] STATEMENTS = {
        {
            {ALL + BY_NAME, ALL + LIKE + BY_NAME, ALL + LIKES + BY_NAME},
            {ALL + TAG + BY_NAME, ALL + TAG + LIKE + BY_NAME, ALL + TAG + LIKES + BY_NAME}
        },
        {
            {KIND + BY_KIND, KIND + LIKE + BY_KIND, KIND + LIKES + BY_KIND},
            {KIND + TAG + BY_KIND, KIND + TAG + LIKE + BY_KIND, KIND + TAG + LIKES + BY_KIND}
        }
    };

    private static final String ARCHIVE = "update crm_search set archived = ? where party_id = ?";
    private static final String REWRITE =
            "update crm_search set search_text = ?, sort_name = ?, kind = ? where party_id = ?";

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
    public static List<Hit> find(Connection connection, PartyQuery query, PhoneRule phones, Hit after, int limit)
            throws SQLException {
        List<String> patterns = patterns(query, phones);
        boolean ofKind = query.kind() != null;
        boolean tagged = !Texts.blank(query.tag());
        List<Object> parameters = new ArrayList<>();
        parameters.add(query.archived());
        if (ofKind) {
            parameters.add(query.kind().name());
        }
        if (tagged) {
            parameters.add(PartyRule.tagKey(query.tag()));
        }
        parameters.addAll(patterns);
        Collections.addAll(parameters, after.sortName(), after.sortName(), after.id(), limit);
        String statement = STATEMENTS[ofKind ? 1 : 0][tagged ? 1 : 0][Math.min(2, patterns.size())];
        return Sql.query(connection, statement, row -> new Hit(row.getString(1), row.getLong(2)), parameters.toArray());
    }

    /** Either none, or one, or as many as the constant statement has, the longest one repeated. */
    private static List<String> patterns(PartyQuery query, PhoneRule phones) {
        List<String> patterns =
                new ArrayList<>(SearchTerms.of(query.text(), phones).patterns());
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
        Sql.update(
                connection,
                REWRITE,
                text,
                party.row().sortName(),
                party.row().kind().name(),
                party.id());
    }
}
