package org.colonnade.crm.internal.capture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.store.Work;

/** What was sent from forms: kept until it is confirmed or expires, its token as a print only. */
final class CaptureTable {

    private static final String KEY = "select secret from crm_capture_key where form_id = ?";
    private static final String LOCKED_KEY = "select secret from crm_capture_key where form_id = ? for update";
    private static final String KEYS = "select form_id, secret from crm_capture_key order by form_id";
    private static final String OF_EMAIL = "select id, entry, received_at, expires_at, consent_text from crm_capture"
            + " where email_print = any (?) and lead_id is null order by id limit ?";
    private static final String UNCONFIRMED = "select id, entry, received_at, expires_at, consent_text from crm_capture"
            + " where id = ? and lead_id is null";
    private static final String ADD_KEY = "insert into crm_capture_key (form_id, secret) values (?, ?)";
    private static final String FROM_ADDRESS =
            "select count(*) from crm_capture where form_id = ? and address_print = ? and received_at > ?";
    private static final String TO_EMAIL = "select count(*) from crm_capture where form_id = ? and email_print = ?"
            + " and lead_id is null and expires_at > ?";
    private static final String ADD =
            "insert into crm_capture (id, form_id, token_print, received_at, expires_at, email_print,"
                    + " address_print, consent_text, consent_version, entry) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ADD_LINK =
            "insert into crm_capture_link (capture_id, token, tries, next_at) values (?, ?, 0, ?)";
    private static final String FOUND =
            "select id, form_id, expires_at, consent_text, consent_version, entry, lead_id from crm_capture"
                    + " where token_print = ?";
    private static final String LOCKED = FOUND + " for update";
    private static final String CONFIRM =
            "update crm_capture set lead_id = ?, confirmed_at = ?, confirmed_print = ?, entry = null where id = ?";
    private static final String FORGET = "delete from crm_capture_link where capture_id = ?";
    private static final String EXPIRED = "select id from crm_capture where lead_id is null and expires_at <= ?"
            + " order by expires_at limit 200 for update skip locked";
    private static final String REMOVE = "delete from crm_capture where id = ?";
    private static final String NEXT_LINK = "select capture_id, token, tries from crm_capture_link where next_at <= ?"
            + " order by next_at limit 1 for update skip locked";
    private static final String LATER =
            "update crm_capture_link set tries = tries + 1, next_at = ? where capture_id = ?";
    private static final String ONE = "select c.id, c.form_id, c.entry, c.consent_text, c.expires_at, l.token"
            + " from crm_capture c join crm_capture_link l on l.capture_id = c.id where c.id = ?";
    private static final String WAITING = "select c.id, c.form_id, c.entry, c.consent_text, c.expires_at, l.token"
            + " from crm_capture c join crm_capture_link l on l.capture_id = c.id where c.id > ? and c.expires_at > ?"
            + " order by c.id limit ?";

    private static final String FORMS_COMPANY = "select company from crm_capture_form where id = ?";
    private static final String TOKENS_COMPANY = "select company from crm_capture where token_print = ?";

    private CaptureTable() {}

    /** Something sent. */
    record Sent(
            long id,
            long form,
            Instant expiresAt,
            String consentText,
            String consentVersion,
            String entry,
            boolean confirmed) {}

    /** A link that waits to be handed over. */
    record Link(long id, long form, String entry, String consentText, Instant expiresAt, String token) {}

    /** Something sent that nobody has confirmed. */
    record Unconfirmed(long id, String entry, Instant receivedAt, Instant expiresAt, String consentText) {}

    /** A link whose turn it is. */
    record Turn(long id, int tries) {}

    /** Whose form it is; null if there is none. */
    static Long companyOfForm(Work work, long form) throws SQLException {
        return first(Sql.query(connection(work), FORMS_COMPANY, row -> row.getLong(1), form));
    }

    /** Where something was sent that has this link; null if nothing was. */
    static Long companyOfToken(Work work, String token) throws SQLException {
        return first(Sql.query(connection(work), TOKENS_COMPANY, row -> row.getLong(1), Secrets.print(token)));
    }

    /** The form's secret, or null. */
    static byte[] key(Work work, long form) throws SQLException {
        return first(Sql.query(connection(work), KEY, row -> row.getBytes(1), form));
    }

    /** The form's secret; what comes at the same time waits, so that counting counts. */
    static byte[] lockedKey(Work work, long form) throws SQLException {
        return first(Sql.query(connection(work), LOCKED_KEY, row -> row.getBytes(1), form));
    }

    static void addKey(Work work, long form, byte[] secret) throws SQLException {
        Sql.update(connection(work), ADD_KEY, form, secret);
    }

    static int fromAddress(Work work, long form, String address, Instant since) throws SQLException {
        return first(Sql.query(connection(work), FROM_ADDRESS, row -> row.getInt(1), form, address, utc(since)));
    }

    static int toEmail(Work work, long form, String email) throws SQLException {
        return first(Sql.query(connection(work), TO_EMAIL, row -> row.getInt(1), form, email, utc(work.now())));
    }

    /** Keeps what was sent. @param values as the table has them behind form_id; the id is new */
    static void add(Work work, long form, String token, Instant expiresAt, Object... values) throws SQLException {
        long id = work.newId();
        Sql.update(
                connection(work),
                ADD,
                id,
                form,
                Secrets.print(token),
                utc(work.now()),
                utc(expiresAt),
                values[0],
                values[1],
                values[2],
                values[3],
                values[4]);
        Sql.update(connection(work), ADD_LINK, id, token, utc(work.now()));
    }

    /** What belongs to a token, locked; or null. */
    static Sent locked(Work work, String token) throws SQLException {
        return first(Sql.query(connection(work), LOCKED, CaptureTable::sent, Secrets.print(token)));
    }

    /** What belongs to a token, to look at; or null. */
    static Sent found(Work work, String token) throws SQLException {
        return first(Sql.query(connection(work), FOUND, CaptureTable::sent, Secrets.print(token)));
    }

    /** It has become a lead; nothing is kept but the proof of the consent. */
    static void confirmed(Work work, Sent sent, long lead, String address) throws SQLException {
        Sql.update(connection(work), CONFIRM, lead, utc(work.now()), address, sent.id());
        forget(work, sent.id());
    }

    /** The link was handed over, or is of no use any more. */
    static void forget(Work work, long id) throws SQLException {
        Sql.update(connection(work), FORGET, id);
    }

    /** Removes what nobody has confirmed in time. @return how many */
    static int expire(Work work) throws SQLException {
        List<Long> ids = Sql.query(connection(work), EXPIRED, row -> row.getLong(1), utc(work.now()));
        for (Long id : ids) {
            remove(work, id);
        }
        return ids.size();
    }

    /** What was sent for these addresses, in their comparable form, and not confirmed. */
    static List<Unconfirmed> ofEmails(Work work, Collection<String> emails, int limit) throws SQLException {
        Set<String> prints = new TreeSet<>();
        for (byte[] key : Sql.query(connection(work), KEYS, row -> row.getBytes(2))) {
            emails.forEach(email -> prints.add(Secrets.print(key, "email", email)));
        }
        return prints.isEmpty()
                ? List.of()
                : Sql.query(
                        connection(work),
                        OF_EMAIL,
                        CaptureTable::unconfirmed,
                        Sql.texts(connection(work), prints),
                        limit);
    }

    /** What was sent and not confirmed; or null. */
    static Unconfirmed unconfirmed(Work work, long id) throws SQLException {
        return first(Sql.query(connection(work), UNCONFIRMED, CaptureTable::unconfirmed, id));
    }

    /** It was never sent. */
    static void remove(Work work, long id) throws SQLException {
        forget(work, id);
        Sql.update(connection(work), REMOVE, id);
    }

    /** The next link to hand over, locked; or null. */
    static Turn next(Work work) throws SQLException {
        return first(Sql.query(
                connection(work), NEXT_LINK, row -> new Turn(row.getLong(1), row.getInt(3)), utc(work.now())));
    }

    static void later(Work work, long id, Instant when) throws SQLException {
        Sql.update(connection(work), LATER, utc(when), id);
    }

    static Link link(Work work, long id) throws SQLException {
        return first(Sql.query(connection(work), ONE, CaptureTable::link, id));
    }

    /** Links that wait, oldest first. */
    static List<Link> waiting(Work work, long after, int limit) throws SQLException {
        return Sql.query(connection(work), WAITING, CaptureTable::link, after, utc(work.now()), limit);
    }

    private static Unconfirmed unconfirmed(ResultSet row) throws SQLException {
        return new Unconfirmed(row.getLong(1), row.getString(2), instant(row, 3), instant(row, 4), row.getString(5));
    }

    private static Sent sent(ResultSet row) throws SQLException {
        return new Sent(
                row.getLong(1),
                row.getLong(2),
                instant(row, 3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7) != null);
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), instant(row, 5), row.getString(6));
    }

    private static <T> T first(List<T> found) {
        return found.isEmpty() ? null : found.get(0);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Connection connection(Work work) {
        return work.unwrap(Connection.class);
    }
}
