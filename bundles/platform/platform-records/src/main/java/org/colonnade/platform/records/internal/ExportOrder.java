package org.colonnade.platform.records.internal;

import java.util.Locale;
import java.util.Set;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.sheet.SheetFormat;

/**
 * What an export shall hold; the input of its job.
 *
 * @param kind {@code <module>:<type>}; set by the platform
 * @param format {@code csv} or {@code xlsx}
 * @param filter FIQL, or null
 * @param q words, or null
 * @param sort as in lists, or null
 * @param archived as in lists, or null
 * @param tag as in lists, or null
 * @param fields the fields, separated by commas; null for all
 */
public record ExportOrder(
        String kind, String format, String filter, String q, String sort, String archived, String tag, String fields) {

    ExportOrder of(String which) {
        return new ExportOrder(which, format, filter, q, sort, archived, tag, fields);
    }

    /** @throws Rejected {@code platform.export.format} */
    SheetFormat sheetFormat() {
        for (SheetFormat one : SheetFormat.values()) {
            if (one.name().equalsIgnoreCase(format == null ? "csv" : format)) {
                return one;
            }
        }
        throw new Rejected("platform.export.format", "An export is csv or xlsx.").field("format", "is csv or xlsx");
    }

    RecordQuery query() {
        return new RecordQuery(filter, q, sort, archived, tag, PageRequest.first());
    }

    <V extends Record, D extends Record> Set<String> wanted(Upkeep<V, D> upkeep, Actor actor) {
        return new Answers<>(upkeep).wanted(fields, upkeep.sight(actor));
    }

    String title(String plural) {
        return "Export of " + plural + " as " + sheetFormat().name().toLowerCase(Locale.ROOT);
    }
}
