package org.colonnade.platform.records.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far an import came; its checkpoint.
 *
 * @param rows how many rows were dealt with
 * @param total how many there are
 * @param created how many made a record
 * @param changed how many changed one
 * @param unchanged how many said nothing new
 * @param refused how many were refused
 * @param refusedBytes how long the file of the refused rows is
 */
record ImportTally(long rows, long total, long created, long changed, long unchanged, long refused, long refusedBytes) {

    static ImportTally of(long total) {
        return new ImportTally(0, total, 0, 0, 0, 0, 0);
    }

    ImportTally plus(int more) {
        return new ImportTally(rows + more, total, created, changed, unchanged, refused, refusedBytes);
    }

    ImportTally plusOne(String action) {
        return new ImportTally(
                rows,
                total,
                created + (action.equals("created") ? 1 : 0),
                changed + (action.equals("changed") ? 1 : 0),
                unchanged + (action.equals("unchanged") ? 1 : 0),
                refused + (action.equals("refused") ? 1 : 0),
                refusedBytes);
    }

    ImportTally withRefusedBytes(long bytes) {
        return new ImportTally(rows, total, created, changed, unchanged, refused, bytes);
    }

    /** What people see of it. */
    Map<String, Object> result(boolean dryRun) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("dryRun", dryRun);
        result.put("rows", rows);
        result.put("created", created);
        result.put("changed", changed);
        result.put("unchanged", unchanged);
        result.put("refused", refused);
        return result;
    }
}
