package org.colonnade.platform.dossier.internal.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.TagCount;
import org.colonnade.platform.api.store.Work;

/** The tags' table. */
public final class TagStore {

    private static final String OF =
            "select record_id, tag_key, tag from dossier_tag where kind = ? and record_id = any (?) order by place, id";
    private static final String ADD =
            "insert into dossier_tag (id, kind, record_id, record_no, tag_key, tag, place) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String REMOVE =
            "delete from dossier_tag where kind = ? and record_id = ? and tag_key = any (?)";
    private static final String MOVE =
            "update dossier_tag set place = ? where kind = ? and record_id = ? and tag_key = ? and place <> ?";
    private static final String COUNTS =
            """
            select t.tag, c.records
              from (select min(id) as oldest, count(*) as records from dossier_tag where kind = ? group by tag_key) c
              join dossier_tag t on t.id = c.oldest
             order by t.tag_key""";
    private static final String RECORDS =
            "select record_id from dossier_tag where kind = ? and tag_key = ? and record_id > ? order by record_id limit ?";

    private TagStore() {}

    /** The tags of records of one kind: by record, by key. */
    public static Map<String, Map<String, String>> of(Work work, String kind, Collection<String> ids)
            throws SQLException {
        Map<String, Map<String, String>> found = new HashMap<>();
        Sql.query(
                work,
                OF,
                row -> found.computeIfAbsent(row.getString(1), any -> new LinkedHashMap<>())
                        .put(row.getString(2), row.getString(3)),
                kind,
                Sql.texts(work, ids));
        return found;
    }

    /** Makes the record's tags those of the map; what is there keeps its spelling. */
    public static void set(Work work, Ref record, Map<String, String> present, Map<String, String> wanted)
            throws SQLException {
        String kind = Kinds.of(record);
        List<String> gone = present.keySet().stream()
                .filter(key -> !wanted.containsKey(key))
                .toList();
        if (!gone.isEmpty()) {
            Sql.update(work, REMOVE, kind, record.id(), Sql.texts(work, gone));
        }
        List<Object[]> added = new ArrayList<>();
        List<Object[]> moved = new ArrayList<>();
        int place = 0;
        for (Map.Entry<String, String> tag : wanted.entrySet()) {
            if (present.containsKey(tag.getKey())) {
                moved.add(new Object[] {place, kind, record.id(), tag.getKey(), place});
            } else {
                Long number = Kinds.number(record.id());
                added.add(new Object[] {work.newId(), kind, record.id(), number, tag.getKey(), tag.getValue(), place});
            }
            place++;
        }
        Sql.batch(work, MOVE, moved);
        Sql.batch(work, ADD, added);
    }

    public static List<TagCount> counts(Work work, String kind) throws SQLException {
        return Sql.query(work, COUNTS, row -> new TagCount(row.getString(1), row.getLong(2)), kind);
    }

    public static Page<Ref> records(Work work, String kind, String key, PageRequest page) throws SQLException {
        List<String> after = page.keys(1);
        List<String> ids = Sql.query(
                work,
                RECORDS,
                row -> row.getString(1),
                kind,
                key,
                after.isEmpty() ? "" : after.get(0),
                page.limit() + 1);
        boolean more = ids.size() > page.limit();
        List<String> shown = more ? ids.subList(0, page.limit()) : ids;
        return new Page<>(
                shown.stream().map(id -> Kinds.ref(kind, id)).toList(),
                more ? PageRequest.cursor(shown.get(shown.size() - 1)) : null);
    }

    /** The ids of references by kind. */
    public static Map<String, Set<String>> byKind(Collection<Ref> records) {
        return Kinds.grouped(records);
    }
}
