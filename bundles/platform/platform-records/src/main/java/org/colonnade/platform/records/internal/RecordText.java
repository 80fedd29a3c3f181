package org.colonnade.platform.records.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.records.internal.shape.RecordJson;
import org.colonnade.platform.records.internal.sql.Leaf;

/**
 * Puts documents that lie in rows together to an answer, without reading them: what the platform keeps goes around each. They come from the
 * database in the bytes in which they leave.
 */
final class RecordText {

    private static final byte[] BEGIN = ascii("{\"items\":[");
    private static final byte[] ID = ascii("{\"id\":\"");
    private static final byte[] ARCHIVED = ascii(",\"archived\":");
    private static final byte[] VERSION = ascii(",\"version\":");
    private static final byte[] CREATED_AT = ascii(",\"createdAt\":\"");
    private static final byte[] CREATED_BY = ascii("\",\"createdBy\":\"");
    private static final byte[] CHANGED_AT = ascii("\",\"changedAt\":\"");
    private static final byte[] CHANGED_BY = ascii("\",\"changedBy\":\"");
    private static final int AROUND = 512;
    private static final int MICROS = 1000;
    private static final int LAST_YEAR = 9999;
    private static final int TEN = 10;

    private final RecordJson json;
    private byte[] text;
    private int length;

    /** @param items about how many there will be */
    RecordText(RecordJson json, int items) {
        this.json = json;
        this.text = new byte[Math.max(1, items) << TEN];
        add(BEGIN);
    }

    /** One record more, its members in the order in which {@link Answers} puts them elsewhere. */
    RecordText item(Leaf<?> leaf, Map<String, Object> custom) {
        Kept<?> kept = leaf.kept();
        byte[] fields = leaf.document();
        room(fields.length + AROUND);
        if (length > BEGIN.length) {
            text[length++] = ',';
        }
        add(ID).add(kept.id()).add('"');
        if (fields.length > 2) {
            add(',').add(fields, 1, fields.length - 2);
        }
        add(ARCHIVED).add(String.valueOf(kept.archived()));
        add(VERSION).add(Long.toString(kept.version()));
        add(CREATED_AT).instant(kept.createdAt());
        add(CREATED_BY).add(kept.createdBy());
        add(CHANGED_AT).instant(kept.changedAt());
        add(CHANGED_BY).add(kept.changedBy()).add('"');
        if (custom != null) {
            add(",\"custom\":").add(json.write(custom));
        }
        add('}');
        return this;
    }

    /** All of them as a page. */
    byte[] page(String next) {
        add(']');
        if (next != null) {
            add(",\"next\":\"").add(next).add('"');
        }
        add('}');
        return Arrays.copyOf(text, length);
    }

    /** The only one. */
    byte[] one() {
        return Arrays.copyOfRange(text, BEGIN.length, length);
    }

    private static byte[] ascii(String constant) {
        return constant.getBytes(StandardCharsets.US_ASCII);
    }

    private RecordText add(String more) {
        return add(more.getBytes(StandardCharsets.UTF_8));
    }

    private RecordText add(byte[] more) {
        return add(more, 0, more.length);
    }

    private RecordText add(byte[] more, int from, int count) {
        room(count);
        System.arraycopy(more, from, text, length, count);
        length += count;
        return this;
    }

    private RecordText add(char one) {
        room(1);
        text[length++] = (byte) one;
        return this;
    }

    private void room(int more) {
        if (length + more > text.length) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + more));
        }
    }

    /** As {@link Instant#toString} writes it, which takes a tenth of a whole list by itself. */
    private void instant(Instant instant) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        int micros = instant.getNano() / MICROS;
        boolean plain = instant.getNano() % MICROS == 0 && micros % MICROS != 0;
        if (!plain || at.getYear() < MICROS || at.getYear() > LAST_YEAR) {
            add(instant.toString());
            return;
        }
        number(at.getYear(), 4, '-');
        number(at.getMonthValue(), 2, '-');
        number(at.getDayOfMonth(), 2, 'T');
        number(at.getHour(), 2, ':');
        number(at.getMinute(), 2, ':');
        number(at.getSecond(), 2, '.');
        number(micros, 6, 'Z');
    }

    /** So many digits, zeros before them, and what follows. */
    private void number(int number, int digits, char then) {
        room(digits + 1);
        int rest = number;
        for (int i = length + digits - 1; i >= length; i--) {
            text[i] = (byte) ('0' + rest % TEN);
            rest /= TEN;
        }
        length += digits;
        text[length++] = (byte) then;
    }
}
