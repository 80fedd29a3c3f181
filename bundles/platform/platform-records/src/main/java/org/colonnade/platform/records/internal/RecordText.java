package org.colonnade.platform.records.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.web.RawJson;
import org.colonnade.platform.records.internal.shape.RecordJson;
import org.colonnade.platform.records.internal.sql.Leaf;

/** Puts documents that lie in rows together to an answer, without reading them: what the platform keeps goes around each. */
final class RecordText {

    private static final int AROUND = 320;
    private static final int MICROS = 1000;
    private static final int LAST_YEAR = 9999;

    private final RecordJson json;
    private final StringBuilder text = new StringBuilder(1 << 10).append("{\"items\":[");
    private final int start = text.length();

    RecordText(RecordJson json) {
        this.json = json;
    }

    /** One record more, its members in the order in which {@link Answers} puts them elsewhere. */
    RecordText item(Leaf<?> leaf, Map<String, Object> custom) {
        Kept<?> kept = leaf.kept();
        String fields = leaf.document();
        text.ensureCapacity(text.length() + fields.length() + AROUND);
        text.append(text.length() == start ? "{\"id\":\"" : ",{\"id\":\"").append(kept.id()).append('"');
        if (fields.length() > 2) {
            text.append(',').append(fields, 1, fields.length() - 1);
        }
        text.append(",\"archived\":").append(kept.archived());
        text.append(",\"version\":").append(kept.version());
        text.append(",\"createdAt\":\"");
        instant(kept.createdAt());
        text.append("\",\"createdBy\":\"").append(kept.createdBy());
        text.append("\",\"changedAt\":\"");
        instant(kept.changedAt());
        text.append("\",\"changedBy\":\"").append(kept.changedBy()).append('"');
        if (custom != null) {
            text.append(",\"custom\":").append(json.write(custom));
        }
        text.append('}');
        return this;
    }

    /** All of them as a page. */
    RawJson page(String next) {
        text.append(']');
        if (next != null) {
            text.append(",\"next\":\"").append(next).append('"');
        }
        return new RawJson(text.append('}').toString());
    }

    /** The only one. */
    RawJson one() {
        return new RawJson(text.substring(start));
    }

    /** As {@link Instant#toString} writes it, which takes a tenth of a whole list by itself. */
    private void instant(Instant instant) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
        int micros = instant.getNano() / MICROS;
        boolean plain = instant.getNano() % MICROS == 0 && micros % MICROS != 0;
        if (!plain || at.getYear() < MICROS || at.getYear() > LAST_YEAR) {
            text.append(instant);
            return;
        }
        text.append(at.getYear()).append('-');
        two(at.getMonthValue(), '-');
        two(at.getDayOfMonth(), 'T');
        two(at.getHour(), ':');
        two(at.getMinute(), ':');
        two(at.getSecond(), '.');
        int zeros = text.length();
        text.append(1_000_000 + micros).deleteCharAt(zeros).append('Z');
    }

    private void two(int number, char then) {
        if (number < 10) {
            text.append('0');
        }
        text.append(number).append(then);
    }
}
