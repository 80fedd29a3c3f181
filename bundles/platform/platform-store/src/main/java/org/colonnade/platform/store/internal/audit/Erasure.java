package org.colonnade.platform.store.internal.audit;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.colonnade.platform.api.Ref;

/** Replaces what lies apart from the rows of one record, and says what lies there now. */
final class Erasure {

    private static final String CONTENT = "select p.id, p.before_text, p.after_text from platform_audit a"
            + " join platform_audit_payload p on p.id = a.id"
            + " where a.subject = ? and a.action <> 'erased' order by a.id";
    private static final String REPLACE =
            "update platform_audit_payload set salt = ?, before_text = ?, after_text = ? where id = ?";
    private static final int SALT = 16;
    private static final int BATCH = 500;

    private final SecureRandom random = new SecureRandom();
    private final Digests digests = new Digests();
    private final UnaryOperator<String> redact;

    Erasure(UnaryOperator<String> redact) {
        this.redact = redact;
    }

    /** @return what the rows hold now; empty if nothing had to be replaced */
    Mark run(Connection connection, Ref subject) throws SQLException {
        Map<Long, byte[]> replaced = new LinkedHashMap<>();
        try (PreparedStatement content = connection.prepareStatement(CONTENT);
                PreparedStatement replace = connection.prepareStatement(REPLACE)) {
            content.setString(1, subject.toString());
            try (ResultSet row = content.executeQuery()) {
                while (row.next()) {
                    add(row, replace, replaced);
                }
            }
            replace.executeBatch();
        }
        return new Mark(replaced);
    }

    private void add(ResultSet row, PreparedStatement replace, Map<Long, byte[]> replaced) throws SQLException {
        String before = redacted(row.getString(2));
        String after = redacted(row.getString(3));
        if (Objects.equals(before, row.getString(2)) && Objects.equals(after, row.getString(3))) {
            return;
        }
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        replace.setBytes(1, salt);
        replace.setString(2, before);
        replace.setString(3, after);
        replace.setLong(4, row.getLong(1));
        replace.addBatch();
        replaced.put(row.getLong(1), digests.payload(salt, before, after));
        if (replaced.size() % BATCH == 0) {
            replace.executeBatch();
        }
    }

    private String redacted(String text) {
        return text == null ? null : redact.apply(text);
    }
}
