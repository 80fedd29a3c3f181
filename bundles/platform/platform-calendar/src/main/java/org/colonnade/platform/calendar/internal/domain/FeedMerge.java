package org.colonnade.platform.calendar.internal.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.platform.api.calendar.CalendarDay;
import org.colonnade.platform.api.calendar.CalendarDays;

/**
 * The closures of a calendar after a feed: each event becomes a closure, or replaces the one of the same name (UID); a closure whose event
 * is not in the feed stays, because feeds tell a year or two. So the same feed again changes nothing.
 *
 * @param closures all closures
 * @param report what became of each component
 */
public record FeedMerge(List<Closure> closures, Report report) {

    /**
     * What became of a feed.
     *
     * @param added events that became a closure
     * @param changed events whose closure was replaced
     * @param unchanged events whose closure says the same already
     * @param refused components that were not taken, with the reason
     */
    public record Report(int added, int changed, int unchanged, List<CalendarDays.Refusal> refused) {

        public Report {
            refused = List.copyOf(refused);
        }
    }

    private static final int LONGEST = 200;

    /** Merges what was read. */
    public static FeedMerge of(List<Closure> present, CalendarDays.Reading feed) {
        Map<Object, Closure> all = new LinkedHashMap<>();
        for (int i = 0; i < present.size(); i++) {
            Closure closure = present.get(i);
            Object key = closure.uid() == null ? Integer.valueOf(i) : closure.uid();
            all.put(key, closure);
        }
        List<CalendarDays.Refusal> refused = new ArrayList<>(feed.refused());
        Map<Boolean, Integer> counts = new HashMap<>();
        int unchanged = 0;
        Set<String> seen = new HashSet<>();
        for (CalendarDay day : feed.days()) {
            Closure closure = new Closure(day.from(), day.until(), shortened(day.name()), day.uid());
            if (!WorkTime.knows(day.from()) || !WorkTime.knows(day.until())) {
                refused.add(new CalendarDays.Refusal(0, day.uid(), "The event does not lie between 1900 and 2149."));
            } else if (!seen.add(day.uid())) {
                refused.add(new CalendarDays.Refusal(0, day.uid(), "Another event of the file has the same UID."));
            } else {
                Closure before = all.put(day.uid(), closure);
                if (closure.equals(before)) {
                    unchanged++;
                } else {
                    counts.merge(before == null, 1, Integer::sum);
                }
            }
        }
        return new FeedMerge(
                List.copyOf(all.values()),
                new Report(counts.getOrDefault(true, 0), counts.getOrDefault(false, 0), unchanged, refused));
    }

    private static String shortened(String name) {
        return name == null || name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST));
    }
}
