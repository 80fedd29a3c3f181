package org.colonnade.platform.records.internal.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.colonnade.platform.records.internal.shape.Plan;

/** The statements over a kind's table, put together once from its declaration. */
final class TableText {

    /** What every record has, in the order in which it is read. */
    static final List<String> SYSTEM =
            List.of("id", "version", "archived", "created_at", "created_by", "changed_at", "changed_by");

    private final String name;
    private final List<String> columns = new ArrayList<>(SYSTEM);

    TableText(Plan<?, ?> plan) {
        this.name = plan.kind().table();
        plan.cells().forEach(cell -> columns.addAll(cell.columns()));
        this.searched = plan.searched();
    }

    private final boolean searched;

    String name() {
        return name;
    }

    /** Every column that the table must have. */
    List<String> needed() {
        List<String> all = new ArrayList<>(columns);
        if (searched) {
            all.add("search_text");
        }
        return all;
    }

    String selected() {
        return columns.stream().map(column -> "r." + column).collect(Collectors.joining(","));
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

    String insert() {
        List<String> all = needed();
        return "insert into " + name + " (" + String.join(",", all) + ") values ("
                + String.join(",", Collections.nCopies(all.size(), "?")) + ")";
    }

    /** Sets everything but id and creation, if the version is still the one that was read. */
    String update() {
        return "update " + name + " set "
                + needed().stream()
                        .filter(column -> !column.equals("id") && !column.startsWith("created_"))
                        .map(column -> column + "=?")
                        .collect(Collectors.joining(","))
                + " where id=? and version=?";
    }

    String delete() {
        return "delete from " + name + " where id=? and version=?";
    }

    String searchOpens() {
        return "r.search_text like ";
    }

    String searchCloses() {
        return "";
    }
}
