package org.colonnade.platform.api.dossier;

import java.util.List;

/**
 * What became of a calendar that was taken in.
 *
 * @param added how many activities are new
 * @param changed how many were there and are changed
 * @param unchanged how many were there in this or a newer form
 * @param cancelled how many were cancelled
 * @param replies how many answers of attendees were noted
 * @param refused what could not be taken, and why; the rest was
 */
public record CalendarReport(int added, int changed, int unchanged, int cancelled, int replies, List<Refused> refused) {

    public CalendarReport {
        refused = List.copyOf(refused);
    }

    /**
     * One component that was not taken.
     *
     * @param place its number in the file, from 1; 0 for the file as a whole
     * @param uid its UID, or null
     * @param reason why, for people
     */
    public record Refused(int place, String uid, String reason) {}
}
