package org.colonnade.platform.jobs.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobDraft;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.jobs.internal.engine.Engine;
import org.colonnade.platform.jobs.internal.file.JobFolder;
import org.colonnade.testkit.TestDatabase;

/** One node of the platform's jobs, put together as Declarative Services does it. */
public final class Node {

    public static final Actor MALEE = user("MALEE", Set.of("crm.party.read", "crm.party.change"));
    public static final Actor SOMCHAI = user("SOMCHAI", Set.of("crm.party.read"));
    public static final Actor ADMIN = new Actor(new Ref("platform", "user", "ADMIN"), "admin", Set.of(), true);

    public final Tx tx;
    public final JobFolder folder;
    public final Engine engine;
    public final Jobs jobs;
    public final JobsSettings settings;
    public final Map<Ref, Actor> accounts = new ConcurrentHashMap<>();

    public Node(TestDatabase database, Path home) {
        this(database, home, rules());
    }

    public Node(TestDatabase database, Path home, JobsRules rules) {
        tx = database.tx("jobs");
        settings = new JobsSettings(rules);
        folder = new JobFolder(home.resolve("jobs"));
        engine = new Engine(tx, settings, folder, account -> Optional.ofNullable(accounts.get(account)));
        jobs = new StoredJobs(tx, settings, folder, engine);
        for (Actor actor : Set.of(MALEE, SOMCHAI, ADMIN)) {
            accounts.put(actor.ref(), actor);
        }
    }

    public static JobsRules rules() {
        return new JobsRules(
                2, Duration.ofSeconds(15), 3, Duration.ofDays(7), 5, 1 << 20, 4 << 20, 3, Duration.ofSeconds(600));
    }

    public String submit(Actor actor, String kind) {
        return as(actor, () -> jobs.submit(JobDraft.of(kind, "Something to do", "{}")));
    }

    public Job get(String id) {
        return as(ADMIN, () -> jobs.get(id));
    }

    public static <T> T as(Actor actor, Supplier<T> work) {
        try (Caller.Binding bound = new Caller(actor, "request-1").bind()) {
            return work.get();
        }
    }

    public static JobWorker worker(String kind, Body body) {
        return new JobWorker() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void run(JobRun run) throws Exception {
                body.run(run);
            }
        };
    }

    private static Actor user(String name, Set<String> permissions) {
        return new Actor(new Ref("platform", "user", name), name, permissions, false);
    }

    /** What a worker does. */
    @FunctionalInterface
    public interface Body {
        void run(JobRun run) throws Exception;
    }
}
