package org.colonnade.platform.schedules.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.job.JobDraft;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.schedule.Overlap;
import org.colonnade.platform.api.schedule.ScheduleKind;
import org.colonnade.platform.api.schedule.event.ScheduleFired;
import org.colonnade.platform.api.schedule.event.ScheduleMissed;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.schedules.internal.domain.MisfireRule;
import org.colonnade.platform.schedules.internal.domain.MisfireRule.Missed;
import org.colonnade.platform.schedules.internal.domain.MisfireRule.Verdict;
import org.colonnade.platform.schedules.internal.domain.Plan;
import org.colonnade.platform.schedules.internal.store.FiringRows;
import org.colonnade.platform.schedules.internal.store.PlanRows;
import org.colonnade.platform.schedules.internal.store.PlanRows.Held;

/**
 * Decides about the planned instants of one schedule, in the transaction that keeps it from others: what is fired, its job, its row and
 * how far the schedule has come are stored together or not at all.
 */
final class Firer {

    private static final int LONGEST_QUEUE = 1_000;

    private final Kept<Schedule> kept;
    private final Ref ref;
    private final Work work;
    private final Instant now;
    private final Actor granted;
    private final House house;
    private Ref lastJob;
    private boolean made;

    /** What it asks. */
    record House(Jobs jobs, Kinds kinds, Owners owners) {}

    Firer(House house, Kept<Schedule> kept, Held held, Work work, Instant now) {
        this.house = house;
        this.kept = kept;
        this.ref = new Ref("schedule", "plan", kept.id());
        this.work = work;
        this.now = now;
        this.granted = held.owner();
        this.lastJob = held.lastJob();
    }

    /** Everything that was planned after the cursor and until now. */
    void decide(Plan plan, Instant cursor, Duration grace) throws SQLException {
        Schedule schedule = kept.value();
        MisfireRule rule = new MisfireRule(
                schedule.misfire(), grace, schedule.catchUpMost(), Duration.parse(schedule.catchUpWithin()));
        long id = Tsid.parse(kept.id());
        Verdict verdict = rule.decide(plan, cursor, now, FiringRows.between(work, id, cursor, now));
        if (verdict.missed() != null) {
            missed(verdict.missed());
        }
        for (Instant late : verdict.late()) {
            fire(late, Outcome.CAUGHT_UP);
        }
        for (Instant planned : verdict.inTime()) {
            fire(planned, Outcome.FIRED);
        }
        // never back: where the clock was put back, what was decided stays decided
        PlanRows.decided(work, kept.id(), now.isAfter(cursor) ? now : cursor, plan.after(now));
    }

    /** The first that waits, if it may come now. */
    void release() throws SQLException {
        List<Instant> queue = FiringRows.queue(work, kept.id(), 1);
        if (!queue.isEmpty() && !busy()) {
            Instant planned = queue.get(0);
            FiringRows.settle(work, kept.id(), made(planned, Outcome.CAUGHT_UP, null));
        }
    }

    /** Now, because somebody asked. */
    Firing ask(Ref askedBy) throws SQLException {
        Firing firing = made(now, Outcome.ASKED, askedBy);
        if (firing.job() != null) {
            FiringRows.add(work, kept.id(), firing);
        }
        return firing;
    }

    /** Whether the last job has not ended. */
    boolean busy() {
        // nobody else sees a job of this transaction yet
        if (made || lastJob == null) {
            return made;
        }
        try (Caller.Binding bound = new Caller(Owners.PLATFORM, "-").bind()) {
            return !house.jobs().get(lastJob.id()).state().ended();
        } catch (NotFound removed) {
            return false;
        }
    }

    private void fire(Instant planned, Outcome outcome) throws SQLException {
        FiringRows.add(work, kept.id(), outcome(planned, outcome));
    }

    private Firing outcome(Instant planned, Outcome outcome) throws SQLException {
        boolean away = house.kinds().find(kept.value().kind()).isEmpty();
        // jobs of a function that is away wait one by one
        Overlap overlap = kept.value().overlap() == Overlap.ALLOW && away
                ? Overlap.QUEUE
                : kept.value().overlap();
        if (overlap == Overlap.ALLOW || !busy()) {
            boolean inTurn = overlap != Overlap.QUEUE
                    || FiringRows.queue(work, kept.id(), 1).isEmpty();
            if (inTurn) {
                return made(planned, outcome, null);
            }
        }
        if (overlap == Overlap.QUEUE
                && FiringRows.queue(work, kept.id(), LONGEST_QUEUE).size() < LONGEST_QUEUE) {
            return Firing.without(planned, Outcome.QUEUED, null, now);
        }
        return left(planned, Outcome.OVERLAPPED, null);
    }

    /** Makes the job, or says why there is none. */
    private Firing made(Instant planned, Outcome outcome, Ref askedBy) throws SQLException {
        Schedule schedule = kept.value();
        Optional<Actor> owner = house.owners().acting(schedule.owner(), granted);
        if (owner.isEmpty()) {
            return left(planned, Outcome.REFUSED, "schedule.plan.owner-gone");
        }
        JobDraft draft = JobDraft.of(schedule.kind(), schedule.name(), JobInput.of(schedule, ref, planned));
        try (Caller.Binding bound = new Caller(owner.get(), "schedule-" + kept.id()).bind()) {
            house.kinds().find(schedule.kind()).map(ScheduleKind::permission).ifPresent(owner.get()::require);
            String job = house.jobs().submit(work, askedBy == null ? draft.inTheBackground() : draft);
            lastJob = new Ref("platform", "job", job);
            made = true;
        } catch (Unavailable away) {
            throw away;
        } catch (Problem refused) {
            return left(planned, Outcome.REFUSED, refused.code());
        }
        PlanRows.made(work, kept.id(), planned, lastJob);
        work.publish(new ScheduleFired(ref, schedule.kind(), planned, outcome.name(), lastJob));
        return Firing.made(planned, outcome, lastJob, askedBy, now);
    }

    private Firing left(Instant planned, Outcome outcome, String code) {
        work.publish(new ScheduleMissed(ref, kept.value().kind(), outcome.name(), planned, planned, 1, code));
        return Firing.without(planned, outcome, code, now);
    }

    private void missed(Missed missed) throws SQLException {
        FiringRows.add(
                work,
                kept.id(),
                new Firing(missed.until(), Outcome.MISSED, missed.from(), missed.count(), null, null, null, now));
        work.publish(new ScheduleMissed(
                ref, kept.value().kind(), Outcome.MISSED.name(), missed.from(), missed.until(), missed.count(), null));
    }
}
