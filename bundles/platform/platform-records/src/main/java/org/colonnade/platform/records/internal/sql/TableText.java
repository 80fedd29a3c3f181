package org.colonnade.platform.records.internal.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.colonnade.platform.api.record.RecordIndex;
import org.colonnade.platform.records.internal.shape.Plan;

/** The statements over a kind's table, put together once from its declaration. */
final class TableText {

    /** What every record has, in the order in which it is read. */
    static final List<String> SYSTEM =
            List.of("id", "version", "archived", "created_at", "created_by", "changed_at", "changed_by");

    private final String name;
    private final List<String> read = new ArrayList<>(SYSTEM);
    private final List<String> written = new ArrayList<>(SYSTEM);
    private final RecordIndex.Words<?> words;
    private final String merged;

    TableText(Plan<?, ?> plan) {
        this.name = plan.kind().table();
        this.words = plan.kind().index().words();
        this.merged = plan.kind().merged() == null ? null : plan.kind().merged().column();
        plan.written().forEach(cell -> written.addAll(cell.columns()));
        if (plan.documented()) {
            read.add(plan.kind().document());
            written.add(plan.kind().document());
        } else {
            read.addAll(written.subList(SYSTEM.size(), written.size()));
        }
        if (plan.searched() && words == null) {
            written.add("search_text");
        }
    }

    String name() {
        return name;
    }

    /** Every column that the table must have. */
    List<String> needed() {
        return written;
    }

    /** What must be there where the function keeps the records itself. */
    List<String> looked() {
        return read;
    }

    String selected() {
        return read.stream().map(column -> "r." + column).collect(Collectors.joining(","));
    }

    /** No row, but all columns: the catalogue is not open to every connection. */
    String none() {
        return "select r.* from " + name + " r where 1=0";
    }

    String one() {
        return "select " + selected() + " from " + name + " r where r.id=?";
    }

    String locked() {
        return one() + " for update";
    }

    String some() {
        return "select " + selected() + " from " + name + " r where r.id = any (?)";
    }

    String lockedSome() {
        return some() + " order by r.id for update";
    }

    String insert() {
        return insert(1);
    }

    /** For so many rows. */
    String insert(int rows) {
        String row = "(" + String.join(",", Collections.nCopies(written.size(), "?")) + ")";
        return "insert into " + name + " (" + String.join(",", written) + ") values "
                + String.join(",", Collections.nCopies(rows, row));
    }

    /** Sets everything but id and creation, if the version is still the one that was read. */
    String update() {
        return "update " + name + " set "
                + written.stream()
                        .filter(column -> !column.equals("id") && !column.startsWith("created_"))
                        .map(column -> column + "=?")
                        .collect(Collectors.joining(","))
                + " where id=? and version=?";
    }

    String delete() {
        return "delete from " + name + " where id=? and version=?";
    }

    /**
     * Up to the pattern of a word that must occur. What is searched is read through the view that the store makes of the table: beside the
     * policy that keeps companies apart no index would be used for it.
     */
    String searchOpens() {
        return words == null
                ? "exists (select 1 from " + name + "_words w where w.id=r.id and w.search_text like "
                : "exists (select 1 from " + words.table() + " w where w." + words.recordColumn() + "=r.id and w."
                        + words.textColumn() + " like ";
    }

    String searchCloses() {
        return ")";
    }

    /** Leaves out what is part of another record; empty where records are not merged. */
    String standing() {
        return merged == null ? "" : " and r." + merged + " is null";
    }
}
