package org.colonnade.platform.records.internal;

import java.util.Map;

/**
 * What an import shall do; the input of its job.
 *
 * @param kind {@code <module>:<type>}
 * @param map by title the column that it means; {@code ignore} for none
 * @param key the fields by which records are found, separated by commas; null for the kind's own keys
 * @param mode {@code upsert}, {@code create} or {@code update}
 * @param empty {@code keep}: an empty cell changes nothing; {@code clear}: it clears the field
 * @param dryRun whether everything is done and nothing stored
 * @param format {@code CSV}, {@code XLSX}, or null to find out
 * @param sheet the sheet of a workbook, or null for the first
 * @param delimiter of CSV, or null to find out
 * @param charset of CSV, or null to find out
 */
public record ImportOrder(
        String kind,
        Map<String, String> map,
        String key,
        String mode,
        String empty,
        boolean dryRun,
        String format,
        String sheet,
        String delimiter,
        String charset) {

    public ImportOrder {
        map = map == null ? Map.of() : Map.copyOf(map);
    }

    boolean creates() {
        return !"update".equals(mode);
    }

    boolean updates() {
        return !"create".equals(mode);
    }

    boolean clears() {
        return "clear".equals(empty);
    }
}
