package org.colonnade.platform.calendar.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.calendar.BusinessCalendar;
import org.colonnade.platform.api.calendar.CalendarDay;
import org.colonnade.platform.api.calendar.CalendarDays;
import org.colonnade.platform.api.calendar.Holiday;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.calendar.internal.domain.BusinessHours;
import org.colonnade.platform.calendar.internal.domain.BusinessHoursDraft;
import org.colonnade.platform.calendar.internal.domain.CalendarRule;
import org.colonnade.platform.calendar.internal.domain.Closure;
import org.colonnade.platform.calendar.internal.domain.FeedMerge;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Days of a calendar as iCalendar files, in and out. */
@Component(service = CalendarFeeds.class)
public final class CalendarFeeds {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarFeeds.class);
    private static final int YEARS_BEFORE = 1;
    private static final int YEARS_AFTER = 2;

    private final Calendars calendars;
    private final CalendarDays days;
    private final Tx tx;
    private final Clock clock;

    @Activate
    public CalendarFeeds(
            @Reference Calendars calendars,
            @Reference CalendarDays days,
            @Reference(target = "(module=calendar)") Tx tx) {
        this(calendars, days, tx, Clock.systemUTC());
    }

    CalendarFeeds(Calendars calendars, CalendarDays days, Tx tx, Clock clock) {
        this.calendars = calendars;
        this.days = days;
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * Takes a feed in: its events of whole days become closures of the calendar. A feed that is refused changes nothing, and the refusal is
     * logged, because nobody may be looking at the answer of a feed.
     *
     * @param file its bytes, UTF-8
     * @throws Rejected {@code platform.calendar.unreadable}, {@code platform.calendar.too-many}, {@code calendar.feed.too-many}
     */
    public FeedMerge.Report take(Actor actor, String id, byte[] file) {
        actor.require(Calendars.CHANGE);
        try {
            CalendarDays.Reading feed = days.read(text(file));
            return tx.write(work -> store(work, actor, id, feed));
        } catch (Rejected refusal) {
            LOG.warn("A feed for calendar {} was refused: {} {}", id, refusal.code(), refusal.getMessage());
            throw refusal;
        }
    }

    /** UTF-8, as the standard says. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new Rejected("platform.calendar.unreadable", "The calendar is no UTF-8 text.");
        }
    }

    private FeedMerge.Report store(Work work, Actor actor, String id, CalendarDays.Reading feed) throws SQLException {
        RecordDesk<BusinessHours, BusinessHoursDraft> desk = calendars.desk();
        Kept<BusinessHours> kept = desk.locked(work, actor, id);
        if (kept.archived()) {
            throw new Conflict("calendar.business.archived", "The calendar was put away; restore it first.");
        }
        FeedMerge merge = FeedMerge.of(kept.value().closures(), feed);
        if (merge.closures().size() > CalendarRule.MOST_CLOSURES) {
            throw new Rejected(
                    "calendar.feed.too-many", "A calendar has at most " + CalendarRule.MOST_CLOSURES + " closures.");
        }
        if (!merge.closures().equals(kept.value().closures())) {
            desk.put(work, kept, kept.value().closed(merge.closures()), "fed");
        }
        return merge.report();
    }

    /** The closures of a calendar, and its holidays from last year to the year after the next, as an iCalendar file. */
    public String write(Kept<BusinessHours> kept) {
        BusinessCalendar calendar = calendars.view(kept);
        List<CalendarDay> all = new ArrayList<>();
        for (Closure closure : kept.value().closures()) {
            String uid = closure.uid() == null
                    ? "closure-" + kept.id() + '-' + closure.from() + '-' + closure.until()
                    : closure.uid();
            all.add(new CalendarDay(
                    uid, closure.from(), closure.until(), closure.name() == null ? "Closed" : closure.name()));
        }
        int now = clock.instant().atZone(ZoneId.of(kept.value().zone())).getYear();
        for (int year = now - YEARS_BEFORE; year <= now + YEARS_AFTER; year++) {
            for (Holiday holiday : calendar.holidays(year)) {
                String uid = "holiday-" + holiday.set() + '-' + holiday.day();
                all.add(new CalendarDay(uid, holiday.day(), holiday.day(), holiday.name()));
            }
        }
        return days.write(calendar.name(), kept.changedAt(), all);
    }
}
