package org.colonnade.platform.schedules.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.schedule.Misfire;
import org.colonnade.platform.api.schedule.Overlap;
import org.colonnade.platform.api.schedule.ScheduleKind;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.schedules.internal.cron.CronText;
import org.colonnade.platform.schedules.internal.domain.ParameterRule;
import org.colonnade.platform.schedules.internal.domain.ScheduleRule;
import org.colonnade.platform.schedules.internal.store.FiringRows;
import org.colonnade.platform.schedules.internal.store.PlanRows;

/** What schedules need beyond their upkeep: an order that can be read, an owner, and a place in time from which they go. */
final class ScheduleRules implements RecordRules<Schedule, ScheduleDraft> {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2150-01-01T00:00:00Z");

    private final Kinds kinds;
    private final Plans plans;
    private final Now now;

    ScheduleRules(Kinds kinds, Plans plans, Now now) {
        this.kinds = kinds;
        this.plans = plans;
        this.now = now;
    }

    @Override
    public ScheduleDraft complete(ScheduleDraft draft) {
        return draft.complete();
    }

    @Override
    public void check(Fields faults, ScheduleDraft draft, Schedule before) {
        kind(faults, draft, before);
        ScheduleRule.zone(faults, draft.zone());
        ScheduleRule.madeUpFor(faults, draft.catchUpMost(), draft.catchUpWithin());
        if (draft.misfire() == Misfire.ALL && draft.overlap() == Overlap.SKIP) {
            faults.wrong("overlap", "is QUEUE or ALLOW where all that was missed is made up for");
        }
        when(faults, draft);
        calendar(faults, draft, before);
    }

    private void kind(Fields faults, ScheduleDraft draft, Schedule before) {
        if (draft.kind() == null) {
            return;
        }
        ScheduleKind kind = kinds.find(draft.kind()).orElse(null);
        boolean same = before != null && before.kind().equals(draft.kind());
        if (before != null && before.standardOf() != null && !same) {
            faults.wrong("kind", "stays as it is in a schedule that comes with a function");
        }
        if (kind != null) {
            ParameterRule.check(faults, kind.parameters(), draft.parameters());
        } else if (!same || !before.parameters().equals(draft.parameters())) {
            faults.wrong(same ? "parameters" : "kind", "is of a function that is not here");
        }
    }

    private static void when(Fields faults, ScheduleDraft draft) {
        long ways =
                Stream.of(draft.cron(), draft.every()).filter(Objects::nonNull).count()
                        + (draft.times().isEmpty() ? 0 : 1);
        if (ways != 1) {
            faults.wrong("cron", "is given, or every, or times: one of the three");
        }
        if (draft.cron() != null && draft.cron().length() <= 200) {
            try {
                CronText.parse(draft.cron());
            } catch (IllegalArgumentException unreadable) {
                faults.wrong("cron", unreadable.getMessage());
            }
        }
        if (draft.every() != null) {
            ScheduleRule.pause(faults, draft.every());
        }
        if (draft.times().size() > ScheduleRule.MOST_TIMES) {
            faults.wrong("times", "has at most " + ScheduleRule.MOST_TIMES);
        }
        draft.times().forEach(time -> moment(faults, "times", time == null ? Instant.MIN : time));
        moment(faults, "notBefore", draft.notBefore());
        moment(faults, "notAfter", draft.notAfter());
    }

    private static void moment(Fields faults, String field, Instant moment) {
        if (moment != null && (moment.isBefore(EARLIEST) || !moment.isBefore(LATEST))) {
            faults.wrong(field, "lies between 1900 and 2149");
        }
    }

    private void calendar(Fields faults, ScheduleDraft draft, Schedule before) {
        Ref calendar = draft.calendar();
        if (calendar == null || before != null && calendar.equals(before.calendar())) {
            return;
        }
        if (!calendar.module().equals("calendar") || !calendar.type().equals("business")) {
            faults.wrong("calendar", "is a reference calendar:business:<id>");
        } else if (!plans.calendarsAreHere()) {
            faults.wrong("calendar", "is of a function that is not here");
        } else if (!plans.knows(calendar.id())) {
            faults.wrong("calendar", "is no business calendar");
        }
    }

    @Override
    public Schedule decide(Schedule wanted, Schedule before, Work work) throws SQLException {
        Actor actor = Caller.current().actor();
        kinds.find(wanted.kind()).map(ScheduleKind::permission).ifPresent(actor::require);
        Instant moment = now.of(work);
        Schedule decided = beginning(wanted, moment);
        if (before == null || !before.doesLike(decided)) {
            decided = owned(decided, before, actor);
        }
        if (before == null || begins(before, decided)) {
            decided = decided.next(decided.paused() ? null : plans.of(decided).after(moment));
        }
        return decided;
    }

    /** A beat begins now where nobody has said when. */
    Schedule beginning(Schedule schedule, Instant moment) {
        return schedule.every() != null && schedule.notBefore() == null
                ? schedule.from(Instant.ofEpochSecond(moment.getEpochSecond()))
                : schedule;
    }

    /** Whoever says what it does is its owner: nobody's rights are used for what somebody else has thought of. */
    private static Schedule owned(Schedule decided, Schedule before, Actor actor) {
        if (before == null || before.standardOf() == null) {
            return decided.of(actor.ref());
        }
        if (!actor.administrator()) {
            throw new Forbidden(
                    "schedule.plan.standard",
                    "What a schedule of the platform itself does is changed by an administrator.");
        }
        return decided;
    }

    @Override
    public void stored(Work work, Kept<Schedule> before, Kept<Schedule> after) throws SQLException {
        Schedule schedule = after.value();
        if (before == null
                || !before.value().owner().equals(schedule.owner())
                || !before.value().doesLike(schedule)) {
            PlanRows.grant(work, after.id(), Caller.current().actor());
        }
        if (after.archived()) {
            FiringRows.drop(work, after.id(), now.of(work));
        }
        boolean back = before != null && before.archived() && !after.archived();
        if (before == null || back || begins(before.value(), schedule)) {
            Instant moment = now.of(work);
            Instant next = schedule.paused() ? null : plans.of(schedule).after(moment);
            PlanRows.decided(work, after.id(), moment, next);
        }
    }

    /** Whether it goes from now on anew: what lies before is not made up for. */
    private static boolean begins(Schedule before, Schedule after) {
        return !before.comesLike(after) || !before.paused().equals(after.paused());
    }
}
