package org.colonnade.platform.api.sheet;

import java.util.List;

/**
 * One row of a table.
 *
 * @param number of CSV the line in which it begins, of a workbook the row's number on its sheet; from 1
 * @param cells the text of each cell, empty where there is none; numbers as decimal text, dates as ISO 8601 ({@code 2026-03-30},
 *     {@code 2026-03-30T14:05:00}, {@code 14:05:00}), truth as {@code true} and {@code false}, formulas as the value they had
 */
public record SheetRow(long number, List<String> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The text of a cell, counted from 0; empty where the row has none. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** Whether no cell holds anything but white space. */
    public boolean blank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
