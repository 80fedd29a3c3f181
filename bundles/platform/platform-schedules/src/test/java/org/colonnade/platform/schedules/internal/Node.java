package org.colonnade.platform.schedules.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobQuery;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.schedule.Misfire;
import org.colonnade.platform.api.schedule.Overlap;
import org.colonnade.platform.api.schedule.ScheduleDefault;
import org.colonnade.platform.api.schedule.ScheduleKind;
import org.colonnade.platform.api.schedule.ScheduleParameter;
import org.colonnade.platform.api.schedule.Schedules;
import org.colonnade.platform.api.security.Gatekeeper;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.jobs.internal.JobsRules;
import org.colonnade.platform.jobs.internal.JobsSettings;
import org.colonnade.platform.jobs.internal.StoredJobs;
import org.colonnade.platform.jobs.internal.engine.JobEngine;
import org.colonnade.platform.jobs.internal.file.JobFolder;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.testkit.TestDatabase;

/** One node's schedules over real jobs, put together as Declarative Services does it. */
final class Node implements AutoCloseable {

    static final Actor PLANNER = new Actor(
            new Ref("platform", "user", "PLANNER"),
            "planner",
            Set.of(Schedules.READ, Schedules.CHANGE, "crm.party.read"),
            false);
    static final Actor OTHER =
            new Actor(new Ref("platform", "user", "OTHER"), "other", Set.of(Schedules.READ, Schedules.CHANGE), false);
    static final Actor ADMIN = new Actor(new Ref("platform", "user", "ADMIN"), "admin", Set.of(), true);

    final Kinds kinds = new Kinds();
    final Plans plans = new Plans();
    final Owners owners = new Owners();
    final Map<Ref, Actor> accounts = new ConcurrentHashMap<>();
    final Tx tx;
    final Jobs jobs;
    final ScheduleBook book;
    final JobEngine engine;
    private volatile Runnable afterSubmit = () -> {};

    Node(TestDatabase database, Path home) {
        tx = database.tx("schedule");
        Tx jobsTx = database.tx("jobs");
        JobsSettings settings = new JobsSettings(new JobsRules(
                2, Duration.ofSeconds(15), 3, Duration.ofDays(7), 500, 1 << 20, 4 << 20, 3, Duration.ofSeconds(60)));
        JobFolder folder = new JobFolder(home.resolve("jobs"));
        engine = new JobEngine(jobsTx, settings, folder);
        jobs = new StoredJobs(jobsTx, settings, folder, engine);
        owners.gatekeeper = keeper();
        for (Actor actor : List.of(PLANNER, OTHER, ADMIN)) {
            accounts.put(actor.ref(), actor);
        }
        kinds.arrive(kind("crm.report", null, "crm.party.read"));
        book = new ScheduleBook(
                new KeptRecords(new FieldRights(database.tx("records")), new Companions()),
                tx,
                new Firer.House(breaking(), kinds, owners),
                plans,
                new SchedulesSettings(new SchedulesSettings.Rules(Duration.ofSeconds(60), Duration.ofDays(90))),
                Work::now);
    }

    /** What happens between the making of a job and the end of its transaction. */
    void afterSubmit(Runnable step) {
        afterSubmit = step;
    }

    Gatekeeper keeper() {
        return new Gatekeeper() {
            @Override
            public Actor identify(String token) {
                throw new AssertionError();
            }

            @Override
            public Optional<Actor> account(Ref account) {
                return Optional.ofNullable(accounts.get(account));
            }
        };
    }

    static ScheduleKind kind(String name, ScheduleDefault standard, String permission) {
        return new ScheduleKind() {
            @Override
            public String kind() {
                return name;
            }

            @Override
            public Map<String, String> labels() {
                return Map.of("en", name, "th", name);
            }

            @Override
            public List<ScheduleParameter> parameters() {
                return List.of(
                        ScheduleParameter.of("days", ScheduleParameter.Type.INTEGER, false, "Days", "วัน"),
                        ScheduleParameter.of("since", ScheduleParameter.Type.DATE, false, "Since", "ตั้งแต่"));
            }

            @Override
            public String permission() {
                return permission;
            }

            @Override
            public Optional<ScheduleDefault> standard() {
                return Optional.ofNullable(standard);
            }
        };
    }

    static ScheduleDraft hourly(Misfire misfire, Overlap overlap) {
        return draft("0 * * * *", null, misfire, overlap);
    }

    static ScheduleDraft draft(String cron, String every, Misfire misfire, Overlap overlap) {
        return new ScheduleDraft(
                "Report",
                "crm.report",
                Map.of("days", 7),
                "UTC",
                cron,
                every,
                null,
                null,
                null,
                null,
                null,
                misfire,
                null,
                null,
                overlap,
                null);
    }

    String create(Actor actor, ScheduleDraft draft) {
        return as(actor, () -> book.desk().create(actor, draft).id());
    }

    Schedule schedule(String id) {
        return book.desk().read(ADMIN, id).value();
    }

    List<Firing> firings(String id) {
        return book.firings(ADMIN, id, PageRequest.first()).items();
    }

    List<String> outcomes(String id) {
        return firings(id).stream()
                .map(one -> one.outcome() + " " + one.plannedAt().toString().substring(11, 16)
                        + (one.missed() > 1 ? " x" + one.missed() : ""))
                .toList();
    }

    List<Job> allJobs() {
        return as(ADMIN, () -> jobs.list(new JobQuery(null, null, false), PageRequest.first())
                .items());
    }

    void cancelAll() {
        as(ADMIN, () -> {
            for (Job job : allJobs()) {
                if (!job.state().ended()) {
                    jobs.cancel(job.id());
                }
            }
            return null;
        });
    }

    static <T> T as(Actor actor, Supplier<T> work) {
        try (Caller.Binding bound = new Caller(actor, "request-1").bind()) {
            return work.get();
        }
    }

    @Override
    public void close() {
        engine.engine().close();
    }

    /** The real jobs, with a chance to break what comes after one was made. */
    private Jobs breaking() {
        return (Jobs) Proxy.newProxyInstance(
                Node.class.getClassLoader(), new Class<?>[] {Jobs.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(jobs, arguments);
                        if (method.getName().equals("submit")) {
                            afterSubmit.run();
                        }
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
