package org.colonnade.platform.dossier.internal;

import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.dossier.CalendarReport;
import org.colonnade.platform.dossier.internal.calendar.Entry;

/** Counts what becomes of a calendar. */
final class IntakeTally {

    private static final int SHOWN = 200;

    private final List<CalendarReport.Refused> refused = new ArrayList<>();
    private int added;
    private int changed;
    private int unchanged;
    private int cancelled;
    private int replies;

    void added() {
        added++;
    }

    void changed() {
        changed++;
    }

    void unchanged() {
        unchanged++;
    }

    void cancelled() {
        cancelled++;
    }

    void replied() {
        replies++;
    }

    void refuse(Entry entry, String why) {
        String uid = entry.uid() == null || entry.uid().length() <= SHOWN ? entry.uid() : null;
        refused.add(new CalendarReport.Refused(entry.place(), uid, why));
    }

    CalendarReport report() {
        return new CalendarReport(added, changed, unchanged, cancelled, replies, refused);
    }
}
