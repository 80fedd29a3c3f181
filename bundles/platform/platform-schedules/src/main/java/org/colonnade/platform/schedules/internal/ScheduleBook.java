package org.colonnade.platform.schedules.internal;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.schedule.Misfire;
import org.colonnade.platform.api.schedule.Overlap;
import org.colonnade.platform.api.schedule.ScheduleDefault;
import org.colonnade.platform.api.schedule.ScheduleKind;
import org.colonnade.platform.api.schedule.ScheduleState;
import org.colonnade.platform.api.schedule.Schedules;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.schedules.internal.cron.CronText;
import org.colonnade.platform.schedules.internal.domain.Plan;
import org.colonnade.platform.schedules.internal.store.FiringRows;
import org.colonnade.platform.schedules.internal.store.PlanRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schedules: their upkeep, what is due, and what became of it. */
@Component(service = {ScheduleBook.class, Schedules.class})
public final class ScheduleBook implements Schedules {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleBook.class);
    private static final RecordKind<Schedule, ScheduleDraft> KIND = RecordKind.of(Schedule.class, ScheduleDraft.class);
    private static final int MOST_SHOWN = 100;

    private final Tx tx;
    private final Kinds kinds;
    private final Plans plans;
    private final Now now;
    private final SchedulesSettings settings;
    private final Firer.House house;
    private final ScheduleRules rules;
    private final RecordDesk<Schedule, ScheduleDraft> desk;
    private final Set<String> standards = ConcurrentHashMap.newKeySet();
    private final Set<Long> failing = ConcurrentHashMap.newKeySet();

    @Activate
    public ScheduleBook(
            @Reference RecordKit kit,
            @Reference(target = "(module=schedule)") Tx tx,
            @Reference Jobs jobs,
            @Reference Kinds kinds,
            @Reference Plans plans,
            @Reference Owners owners,
            @Reference SchedulesSettings settings) {
        this(kit, tx, new Firer.House(jobs, kinds, owners), plans, settings, PlanRows::now);
    }

    ScheduleBook(RecordKit kit, Tx tx, Firer.House house, Plans plans, SchedulesSettings settings, Now now) {
        this.tx = tx;
        this.kinds = house.kinds();
        this.plans = plans;
        this.now = now;
        this.settings = settings;
        this.house = house;
        this.rules = new ScheduleRules(kinds, plans, now);
        this.desk = kit.desk(KIND.with(rules), tx);
    }

    /** What people may be allowed here. */
    static List<Permission> permissions() {
        return KIND.permissions();
    }

    /** The upkeep. */
    public RecordDesk<Schedule, ScheduleDraft> desk() {
        return desk;
    }

    /** Decides about everything that is due now. @return how many schedules something became of */
    public int tick() {
        AtomicInteger count = new AtomicInteger();
        try (Caller.Binding bound = new Caller(Owners.PLATFORM, "-").bind()) {
            tx.inEachCompany(() -> count.addAndGet(tickHere()));
        }
        return count.get();
    }

    /** In the company of the caller. */
    private int tickHere() {
        int count = 0;
        for (long id : tx.read(work -> PlanRows.due(work, now.of(work)))) {
            count += apart(id, this::decide) ? 1 : 0;
        }
        for (long id : tx.read(FiringRows::waiting)) {
            count += apart(id, this::release) ? 1 : 0;
        }
        return count;
    }

    /** Makes the schedules that come with functions, once. */
    public void standards() {
        try (Caller.Binding bound = new Caller(Owners.PLATFORM, "-").bind()) {
            tx.inEachCompany(this::standardsHere);
        }
    }

    private void standardsHere() {
        for (ScheduleKind kind : kinds.all()) {
            if (kind.standard().isPresent() && !standards.contains(here(kind.kind()))) {
                make(kind.kind(), kind.standard().get());
            }
        }
    }

    private static String here(String kind) {
        return kind + '@' + Caller.current().company();
    }

    /** Removes what need not be kept any longer. */
    public void prune() {
        int gone = tx.everywhere()
                .write(work ->
                        FiringRows.prune(work, now.of(work).minus(settings.now().kept())));
        if (gone > 0) {
            LOG.info("{} firings of schedules whose time was over were removed", gone);
        }
    }

    /** Pauses a schedule, or lets it go on from now. */
    public Kept<Schedule> pause(Actor actor, String id, boolean paused) {
        return tx.write(work -> {
            Kept<Schedule> kept = desk.locked(work, actor, id);
            active(kept);
            if (kept.value().paused() == paused) {
                return kept;
            }
            Schedule changed = kept.value().pausing(paused);
            Instant next = paused ? null : plans.of(changed).after(now.of(work));
            return desk.put(work, kept, changed.next(next), paused ? "paused" : "resumed");
        });
    }

    /** What became of the planned instants of a schedule, the newest first. */
    public Page<Firing> firings(Actor actor, String id, PageRequest page) {
        desk.read(actor, id);
        List<String> keys = page.keys(1);
        Instant before = keys.isEmpty() ? Instant.parse("9999-01-01T00:00:00Z") : moment(keys.get(0));
        List<Firing> found = tx.read(work -> FiringRows.before(work, id, before, page.limit() + 1));
        List<Firing> items = found.subList(0, Math.min(page.limit(), found.size()));
        return new Page<>(
                List.copyOf(items),
                found.size() > page.limit()
                        ? PageRequest.cursor(items.get(items.size() - 1).plannedAt())
                        : null);
    }

    @Override
    public List<ScheduleState> all() {
        return tx.read(work -> {
            List<ScheduleState> all = new ArrayList<>();
            for (Kept<Schedule> kept : desk.find(work, PlanRows.all(work))) {
                all.add(state(work, kept));
            }
            return all;
        });
    }

    @Override
    public ScheduleState get(Actor actor, String id) {
        Kept<Schedule> kept = desk.read(actor, id);
        return tx.read(work -> state(work, kept));
    }

    @Override
    public List<Instant> next(Actor actor, String id, Instant after, int count) {
        bounded(count);
        return upcoming(desk.read(actor, id).value(), after == null ? tx.read(now::of) : after, count);
    }

    /**
     * The planned instants of a schedule that is not there yet.
     *
     * @throws Rejected {@code schedule.plan.invalid}, {@code schedule.plan.count}
     */
    public List<Instant> preview(ScheduleDraft draft, Instant after, int count) {
        bounded(count);
        ScheduleDraft complete = draft.complete();
        Fields faults = new Fields().required("name", complete.name(), 200).required("kind", complete.kind(), 100);
        rules.check(faults, complete, null);
        faults.orReject("schedule.plan.invalid");
        Instant moment = after == null ? tx.read(now::of) : after;
        return upcoming(rules.beginning(complete.schedule(), moment), moment, count);
    }

    private static void bounded(int count) {
        if (count < 1 || count > MOST_SHOWN) {
            throw new Rejected("schedule.plan.count", "As many planned instants are shown as 1 to " + MOST_SHOWN + '.')
                    .field("count", "1 to " + MOST_SHOWN);
        }
    }

    private List<Instant> upcoming(Schedule schedule, Instant after, int count) {
        Plan plan = plans.of(schedule);
        List<Instant> all = new ArrayList<>();
        Instant next = plan.after(after);
        while (next != null && all.size() < count) {
            all.add(next);
            next = plan.after(next);
        }
        return all;
    }

    @Override
    public String runNow(Actor actor, String id) {
        return tx.write(work -> {
            Kept<Schedule> kept = desk.locked(work, actor, id);
            active(kept);
            kinds.find(kept.value().kind()).map(ScheduleKind::permission).ifPresent(actor::require);
            Instant moment = now.of(work).truncatedTo(ChronoUnit.MICROS);
            Firer firer =
                    new Firer(house, kept, PlanRows.hold(work, Tsid.parse(id)).orElseThrow(), work, moment);
            if (kept.value().overlap() != Overlap.ALLOW && firer.busy()) {
                throw new Conflict("schedule.plan.running", "A job of this schedule has not ended; wait for it.");
            }
            Firing firing = firer.ask(actor.ref());
            if (firing.job() == null) {
                throw new Conflict(firing.code(), "No job could be made on behalf of the schedule's owner.");
            }
            return firing.job().id();
        });
    }

    private boolean apart(long id, Step step) {
        try {
            boolean taken = tx.write(work -> {
                PlanRows.Held held = PlanRows.take(work, id).orElse(null);
                if (held == null) {
                    return false;
                }
                Kept<Schedule> kept = desk.find(work, List.of(Tsid.text(id))).get(0);
                Instant moment = now.of(work);
                step.take(kept, held, new Firer(house, kept, held, work, moment), moment);
                return true;
            });
            failing.remove(id);
            return taken;
        } catch (Unavailable away) {
            LOG.debug("The schedule {} waits: {}", Tsid.text(id), away.getMessage());
        } catch (RuntimeException failure) {
            if (failing.add(id)) {
                LOG.warn("The schedule {} could not be looked after; it is tried again", Tsid.text(id), failure);
            }
        }
        return false;
    }

    private void decide(Kept<Schedule> kept, PlanRows.Held held, Firer firer, Instant moment) throws SQLException {
        Instant next = kept.value().nextAt();
        if (kept.value().paused() || next == null || next.isAfter(moment)) {
            // somebody else was here between the look and the lock
            return;
        }
        firer.decide(plans.of(kept.value()), held.cursor(), settings.now().grace());
    }

    private void release(Kept<Schedule> kept, PlanRows.Held held, Firer firer, Instant moment) throws SQLException {
        if (!kept.value().paused()) {
            firer.release();
        }
    }

    private void make(String kind, ScheduleDefault standard) {
        if (!readable(kind, standard)) {
            standards.add(here(kind));
            return;
        }
        tx.write(work -> {
            if (!PlanRows.hasStandard(work, kind)) {
                desk.add(work, standard(kind, standard));
                LOG.info("The schedule '{}' ({}) was made", standard.name(), standard.cron());
            }
            return null;
        });
        standards.add(here(kind));
    }

    private static boolean readable(String kind, ScheduleDefault standard) {
        try {
            CronText.parse(standard.cron());
            ZoneId.of(standard.zone());
            return true;
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            LOG.error("The schedule that comes with {} cannot be made", kind, unreadable);
            return false;
        }
    }

    private static Schedule standard(String kind, ScheduleDefault standard) {
        return new Schedule(
                standard.name(),
                kind,
                Map.of(),
                standard.zone(),
                standard.cron(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                Misfire.ONCE,
                10,
                Duration.ofDays(366).toString(),
                Overlap.SKIP,
                false,
                Owners.PLATFORM.ref(),
                kind,
                null,
                null,
                null);
    }

    private ScheduleState state(Work work, Kept<Schedule> kept) throws SQLException {
        Schedule schedule = kept.value();
        return new ScheduleState(
                kept.id(),
                schedule.name(),
                schedule.kind(),
                schedule.owner(),
                schedule.paused(),
                waitingFor(schedule),
                schedule.nextAt(),
                schedule.lastAt(),
                schedule.lastJob() == null ? null : schedule.lastJob().id(),
                FiringRows.missed(work, kept.id(), now.of(work).minus(Duration.ofDays(1))));
    }

    private String waitingFor(Schedule schedule) {
        if (schedule.calendar() != null && !plans.calendarsAreHere()) {
            return "calendar";
        }
        return kinds.find(schedule.kind()).isPresent() ? null : Kinds.function(schedule.kind());
    }

    private static void active(Kept<Schedule> kept) {
        if (kept.archived()) {
            throw new Conflict("schedule.plan.archived", "The schedule was removed; restore it first.");
        }
    }

    private static Instant moment(String key) {
        try {
            return Instant.parse(key);
        } catch (DateTimeException madeUp) {
            throw new Rejected("platform.page.cursor", "The cursor is not one that this list gave out.")
                    .field("after", "unknown cursor");
        }
    }

    /** What is done with a schedule that nobody else is at. */
    @FunctionalInterface
    private interface Step {
        void take(Kept<Schedule> kept, PlanRows.Held held, Firer firer, Instant moment) throws SQLException;
    }
}
