package org.colonnade.crm.internal.domain.match;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.PostalAddress;
import org.colonnade.crm.internal.Office;
import org.colonnade.crm.internal.domain.SortName;
import org.colonnade.testkit.TestDatabase;
import org.junit.Assume;
import org.junit.Test;

/**
 * How long it takes to recognise somebody among very many, on PostgreSQL. Runs only where {@code -Dcolonnade.scale=1000000} says how many;
 * the figures are written to {@code target/match-at-scale.txt}.
 */
public class MatchAtScaleTest {

    private static final int MOST = Integer.getInteger("colonnade.scale", 0);
    private static final int CHUNK = 10_000;
    private static final int ASKED = 2_000;
    private static final String PARTY =
            "insert into crm_party (id, version, kind, display_name, sort_name, name_key, org_key, name_given, name_family, birthday,"
                    + " archived, created_at, created_by, changed_at, changed_by) values (?, 1, 'PERSON', ?, '', ?, '', ?, ?, ?, false, ?,"
                    + " '', ?, '')";
    private static final String POINT =
            "insert into crm_contact_point (party_id, place, point_type, point_value, normalised, match_key, purposes, is_primary, street,"
                    + " locality, postal_code) values (?, ?, ?, ?, ?, ?, '', true, ?, ?, ?)";
    private static final String KEY = "insert into crm_match_key (match_key, party_id) values (?, ?)";
    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    @Test
    public void somebodyIsRecognisedInATenthOfASecond() throws SQLException, IOException {
        Assume.assumeTrue("-Dcolonnade.scale is not given", MOST > 0);
        try (TestDatabase database = TestDatabase.postgres()) {
            Office office = new Office(database, "AU");
            List<MadeUpPeople.Person> known = filled(database);
            HumanErrors errors = new HumanErrors(100);
            long[] times = new long[ASKED];
            int found = 0;
            for (int i = 0; i < ASKED; i++) {
                PartyDraft draft = Quality.draft(errors.again(known.get(i)));
                long start = System.nanoTime();
                found += office.matches.match(Office.ACTOR, draft).isEmpty() ? 0 : 1;
                times[i] = System.nanoTime() - start;
            }
            // the first ones warm up
            long[] warm = Arrays.copyOfRange(times, ASKED / 2, ASKED);
            Arrays.sort(warm);
            String report = String.format(
                    Locale.ROOT,
                    "%,d parties: median %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms; %d of %d found somebody",
                    MOST,
                    warm[warm.length / 2] / 1e6,
                    warm[warm.length * 95 / 100] / 1e6,
                    warm[warm.length * 99 / 100] / 1e6,
                    warm[warm.length - 1] / 1e6,
                    found,
                    ASKED);
            Files.writeString(Path.of("target", "match-at-scale.txt"), report);
            assertTrue(report, warm[warm.length * 95 / 100] < 100_000_000);
        }
    }

    /** Some of those that are there. */
    private static List<MadeUpPeople.Person> filled(TestDatabase database) throws SQLException {
        List<MadeUpPeople.Person> known = new ArrayList<>();
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            for (int chunk = 0; chunk < MOST / CHUNK; chunk++) {
                List<MadeUpPeople.Person> people = new MadeUpPeople(chunk).people(CHUNK);
                fill(connection, people, chunk * (long) CHUNK);
                connection.commit();
                for (int i = 0; i < CHUNK && known.size() < ASKED * (chunk + 1L) * CHUNK / MOST; i++) {
                    known.add(people.get(i));
                }
            }
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
            }
        }
        return known;
    }

    private static void fill(Connection connection, List<MadeUpPeople.Person> people, long first) throws SQLException {
        try (PreparedStatement party = connection.prepareStatement(PARTY);
                PreparedStatement point = connection.prepareStatement(POINT);
                PreparedStatement key = connection.prepareStatement(KEY)) {
            for (int i = 0; i < people.size(); i++) {
                PartyDraft draft = Quality.draft(people.get(i));
                long id = first + i + 1;
                PersonName name = draft.name();
                add(
                        party,
                        id,
                        draft.displayName(),
                        SortName.key(draft),
                        name.given(),
                        name.family(),
                        draft.birthday(),
                        THEN,
                        THEN);
                points(point, id, draft.contactPoints());
                for (String one : BlockingKeys.of(Facts.of(draft, Set.of()))) {
                    add(key, one, id);
                }
            }
            party.executeBatch();
            point.executeBatch();
            key.executeBatch();
        }
    }

    private static void points(PreparedStatement point, long party, List<ContactPoint> all) throws SQLException {
        int place = 0;
        for (ContactPoint one : all) {
            PostalAddress a =
                    one.address() == null ? new PostalAddress(null, null, null, null, null, null, null) : one.address();
            add(
                    point,
                    party,
                    place++,
                    one.type().name(),
                    one.value(),
                    one.normalised(),
                    one.normalised(),
                    a.street(),
                    a.locality(),
                    a.postalCode());
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
