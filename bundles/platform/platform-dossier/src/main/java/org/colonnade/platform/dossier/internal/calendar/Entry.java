package org.colonnade.platform.dossier.internal.calendar;

import java.util.List;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.ActivityState;

/**
 * One event or to-do of a calendar, or why it cannot be taken.
 *
 * @param place its number in the file, from 1
 * @param calendar in which calendar of the file it stands
 * @param method what the calendar asks for (RFC 5546): PUBLISH, REQUEST, REPLY, CANCEL …
 * @param uid its name
 * @param sequence its version
 * @param draft what it is, without records and owner; null if it was refused
 * @param state where it stands
 * @param answers the attendees of a REPLY whose answer is none that is kept
 * @param refusal why it cannot be taken, or null
 */
public record Entry(
        int place,
        int calendar,
        String method,
        String uid,
        int sequence,
        ActivityDraft draft,
        ActivityState state,
        List<String> answers,
        String refusal) {

    static Entry refused(int place, String uid, String why) {
        return new Entry(place, 0, "PUBLISH", uid, 0, null, null, List.of(), why);
    }
}
