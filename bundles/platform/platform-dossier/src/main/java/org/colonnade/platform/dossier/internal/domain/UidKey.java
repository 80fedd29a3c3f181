package org.colonnade.platform.dossier.internal.domain;

import java.util.List;
import java.util.Locale;

/** Under what an activity of a calendar is found again: its UID, and for one of a series which. */
public final class UidKey {

    private UidKey() {}

    /** @param recurrence the recurrence lines, among which a RECURRENCE-ID says which one of a series it is */
    public static String of(String uid, List<String> recurrence) {
        String which = recurrence.stream()
                .filter(line -> line.toUpperCase(Locale.ROOT).startsWith("RECURRENCE-ID"))
                .map(line -> line.substring(line.lastIndexOf(':') + 1))
                .findFirst()
                .orElse("");
        return Digest.of(uid + '\n' + which);
    }
}
