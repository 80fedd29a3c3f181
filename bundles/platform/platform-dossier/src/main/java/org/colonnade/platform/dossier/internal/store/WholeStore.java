package org.colonnade.platform.dossier.internal.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.Attachment;
import org.colonnade.platform.api.store.Work;

/** Everything that belongs to one record, over all tables. */
public final class WholeStore {

    private static final String COUNT_TAGS = "select count(*) from dossier_tag where kind = ? and record_id = ?";
    private static final String COUNT_NOTES = "select count(*) from dossier_note where kind = ? and record_id = ?";
    private static final String COUNT_ATTACHMENTS =
            "select count(*) from dossier_attachment where kind = ? and record_id = ?";
    private static final String COUNT_ACTIVITIES =
            "select count(*) from dossier_activity_about where kind = ? and record_id = ?";
    private static final String COUNT_VALUES =
            "select count(*) from dossier_custom_value where kind = ? and record_id = ?";

    private static final String NOTES = "select id from dossier_note where kind = ? and record_id = ? order by id";
    private static final String ATTACHMENTS =
            "select id from dossier_attachment where kind = ? and record_id = ? order by id for update";
    private static final String ACTIVITIES =
            """
            select a.activity_id from dossier_activity_about a where a.kind = ? and a.record_id = ?
               and not exists (select 1 from dossier_activity_about o
                                where o.activity_id = a.activity_id and o.kind = ? and o.record_id = ?)
             order by a.activity_id""";
    private static final String ONLY_HERE =
            """
            select a.activity_id from dossier_activity_about a where a.kind = ? and a.record_id = ?
               and not exists (select 1 from dossier_activity_about o
                                where o.activity_id = a.activity_id and not (o.kind = ? and o.record_id = ?))""";

    private static final String MOVE_NOTE =
            "update dossier_note set kind = ?, record_id = ? where id = ? and kind = ? and record_id = ?";
    private static final String MOVE_ATTACHMENT =
            "update dossier_attachment set kind = ?, record_id = ? where id = ? and kind = ? and record_id = ?";
    private static final String MOVE_ACTIVITY =
            """
            update dossier_activity_about set kind = ?, record_id = ?
             where activity_id = ? and kind = ? and record_id = ?""";

    private static final String CLEAR_TAGS = "delete from dossier_tag where kind = ? and record_id = ?";
    private static final String CLEAR_NOTES = "delete from dossier_note where kind = ? and record_id = ?";
    private static final String CLEAR_VALUES = "delete from dossier_custom_value where kind = ? and record_id = ?";
    private static final String CLEAR_ABOUT = "delete from dossier_activity_about where kind = ? and record_id = ?";
    private static final String CLEAR_ATTENDEES = "delete from dossier_activity_attendee where activity_id = any (?)";
    private static final String CLEAR_ACTIVITIES = "delete from dossier_activity where id = any (?)";

    private WholeStore() {}

    public static Map<String, Long> counts(Work work, Ref record) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        count(counts, "tags", one(work, COUNT_TAGS, record));
        count(counts, "notes", one(work, COUNT_NOTES, record));
        count(counts, "attachments", one(work, COUNT_ATTACHMENTS, record));
        count(counts, "activities", one(work, COUNT_ACTIVITIES, record));
        count(counts, "customValues", one(work, COUNT_VALUES, record));
        return counts;
    }

    /** Moves notes, attachments and activities, those not that are about the other already; tells which. */
    public static List<Ref> move(Work work, Ref from, Ref to) throws SQLException {
        List<Ref> moved = new ArrayList<>();
        String kind = Kinds.of(from);
        for (long id : ids(work, NOTES, kind, from.id())) {
            moved.add(Ref.of("platform", "note", id));
        }
        for (long id : ids(work, ATTACHMENTS, kind, from.id())) {
            moved.add(Ref.of("platform", "attachment", id));
        }
        for (long id : ids(work, ACTIVITIES, kind, from.id(), Kinds.of(to), to.id())) {
            moved.add(Ref.of("platform", "activity", id));
        }
        move(work, moved, from, to);
        return moved;
    }

    /** Moves these, as far as they are there. */
    public static void move(Work work, List<Ref> entries, Ref from, Ref to) throws SQLException {
        move(work, MOVE_NOTE, "note", entries, from, to);
        move(work, MOVE_ATTACHMENT, "attachment", entries, from, to);
        move(work, MOVE_ACTIVITY, "activity", entries, from, to);
    }

    private static void move(Work work, String constant, String type, List<Ref> entries, Ref from, Ref to)
            throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Ref entry : entries) {
            if (entry.type().equals(type)) {
                rows.add(new Object[] {Kinds.of(to), to.id(), Tsid.parse(entry.id()), Kinds.of(from), from.id()});
            }
        }
        Sql.batch(work, constant, rows);
    }

    public static Map<String, Long> erase(Work work, Ref record) throws SQLException {
        String kind = Kinds.of(record);
        Map<String, Long> gone = new LinkedHashMap<>();
        count(gone, "tags", Sql.update(work, CLEAR_TAGS, kind, record.id()));
        count(gone, "notes", Sql.update(work, CLEAR_NOTES, kind, record.id()));
        List<Long> attachments = ids(work, ATTACHMENTS, kind, record.id());
        for (long id : attachments) {
            Attachment attachment = AttachmentStore.find(work, id).orElseThrow();
            AttachmentStore.remove(work, attachment);
        }
        count(gone, "attachments", attachments.size());
        List<Long> only = ids(work, ONLY_HERE, kind, record.id(), kind, record.id());
        Sql.update(work, CLEAR_ABOUT, kind, record.id());
        if (!only.isEmpty()) {
            Sql.update(work, CLEAR_ATTENDEES, Sql.ids(work, only));
            Sql.update(work, CLEAR_ACTIVITIES, Sql.ids(work, only));
        }
        count(gone, "activities", only.size());
        count(gone, "customValues", Sql.update(work, CLEAR_VALUES, kind, record.id()));
        return gone;
    }

    private static List<Long> ids(Work work, String constant, Object... parameters) throws SQLException {
        return Sql.query(work, constant, row -> row.getLong(1), parameters);
    }

    private static long one(Work work, String constant, Ref record) throws SQLException {
        return Sql.one(work, constant, row -> row.getLong(1), Kinds.of(record), record.id())
                .orElseThrow();
    }

    private static void count(Map<String, Long> counts, String name, long count) {
        if (count > 0) {
            counts.put(name, count);
        }
    }
}
