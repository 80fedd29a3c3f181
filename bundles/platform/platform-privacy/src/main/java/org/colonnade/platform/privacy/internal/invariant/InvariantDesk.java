package org.colonnade.platform.privacy.internal.invariant;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Invariant;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.admin.InvariantRuns;
import org.colonnade.platform.api.admin.event.InvariantViolated;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.RunEnded;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.privacy.internal.store.InvariantStore;
import org.colonnade.platform.privacy.internal.store.Leases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the invariants of all modules, one run at a time over all nodes, and keeps what was found. */
@Component(
        service = {InvariantRuns.class, InvariantDesk.class},
        immediate = true)
public final class InvariantDesk implements InvariantRuns {

    private static final Logger LOG = LoggerFactory.getLogger(InvariantDesk.class);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final int SOME = 5;
    private static final Duration LATER = Duration.ofSeconds(30);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final List<Invariant> invariants = new CopyOnWriteArrayList<>();

    private final Tx tx;
    private final InvariantSettings settings;
    private final Check check;
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "colonnade-invariants"));

    @Activate
    public InvariantDesk(@Reference(target = "(module=privacy)") Tx tx, @Reference InvariantSettings settings) {
        this(tx, settings, Clock.systemUTC());
    }

    InvariantDesk(Tx tx, InvariantSettings settings, Clock clock) {
        this.tx = tx;
        this.settings = settings;
        this.check = new Check(clock);
    }

    @Deactivate
    void close() {
        thread.shutdownNow();
        check.close();
    }

    @Override
    public List<Verdict> all() {
        Map<String, Verdict> last = tx.read(InvariantStore::last);
        return present(invariant -> true).stream()
                .map(invariant -> told(invariant, last.get(invariant.name())))
                .toList();
    }

    private static Verdict told(Invariant invariant, Verdict last) {
        String name = invariant.name();
        String module = InvariantStore.module(name);
        return last == null
                ? new Verdict(
                        name, module, invariant.statement(), Outcome.UNKNOWN, false, List.of(), null, null, null, 0)
                : new Verdict(
                        name,
                        module,
                        invariant.statement(),
                        last.outcome(),
                        last.holds(),
                        last.counterExamples(),
                        last.failure(),
                        last.checkedAt(),
                        last.since(),
                        last.millis());
    }

    @Override
    public Run start(Collection<String> names) {
        Set<String> asked = new TreeSet<>(names);
        List<Invariant> wanted = present(invariant -> asked.isEmpty()
                || asked.contains(invariant.name())
                || asked.contains(InvariantStore.module(invariant.name())));
        known(asked, wanted);
        return begin(Run.Trigger.ASKED, List.copyOf(asked), wanted)
                .orElseThrow(() -> new Conflict(
                        "platform.invariants.running", "The invariants are being checked; wait until that is done."));
    }

    private static void known(Set<String> asked, List<Invariant> wanted) {
        Set<String> unknown = new TreeSet<>(asked);
        wanted.forEach(invariant -> {
            unknown.remove(invariant.name());
            unknown.remove(InvariantStore.module(invariant.name()));
        });
        if (!unknown.isEmpty()) {
            throw new Rejected(
                            "platform.invariant.unknown",
                            "There is no invariant, and no module with one, of the name '"
                                    + unknown.iterator().next() + "'.")
                    .field("names", "names of invariants or of modules");
        }
    }

    @Override
    public Run await(String id, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        Run run = get(id);
        while (run.state() == Run.State.RUNNING && System.nanoTime() < end && !Thread.interrupted()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            run = get(id);
        }
        return run;
    }

    @Override
    public Page<Run> runs(PageRequest page) {
        return tx.read(work -> InvariantStore.runs(work, page));
    }

    @Override
    public Run get(String id) {
        long key = Tsid.parse(id);
        return tx.read(work -> key < 0 ? Optional.<Run>empty() : InvariantStore.find(work, key))
                .orElseThrow(() -> NotFound.of("platform", "invariant-run", id));
    }

    /**
     * Checks all of them, as a job.
     *
     * @throws Unavailable {@code platform.invariants.running}: they are being checked already
     */
    void all(JobRun job) {
        Caller caller = new Caller(Actor.system("invariants"), Caller.current().requestId());
        List<Invariant> wanted = present(invariant -> true);
        long id = take(Run.Trigger.SCHEDULED, caller, List.of());
        if (id < 0) {
            throw new Unavailable(
                    "platform.invariants.running", "The invariants are being checked; this waits for that.", LATER);
        }
        try (Caller.Binding bound = caller.bind()) {
            run(id, wanted, job::goOn);
        } catch (RunEnded cut) {
            tx.write(work -> {
                Leases.giveBack(work, InvariantStore.LEASE, Tsid.text(id));
                return null;
            });
            throw cut;
        }
        job.result("{\"run\": \"" + Tsid.text(id) + "\"}");
    }

    private Optional<Run> begin(Run.Trigger trigger, List<String> asked, List<Invariant> wanted) {
        Caller caller = Caller.current();
        long id = take(trigger, caller, asked);
        if (id < 0) {
            return Optional.empty();
        }
        thread.execute(() -> {
            try (Caller.Binding bound = caller.bind()) {
                run(id, wanted, () -> {});
            } catch (RuntimeException broken) {
                LOG.error("A run of the invariants was given up", broken);
            }
        });
        return Optional.of(get(Tsid.text(id)));
    }

    /** Begins a run. @return its id; negative while another runs */
    private long take(Run.Trigger trigger, Caller caller, List<String> asked) {
        return tx.write(work -> {
            long run = work.newId();
            if (!Leases.take(work, InvariantStore.LEASE, Tsid.text(run), time())) {
                return -1L;
            }
            InvariantStore.begin(work, run, trigger, caller.actor().ref().toString(), asked);
            return run;
        });
    }

    private void run(long id, List<Invariant> wanted, Runnable goOn) {
        String holder = Tsid.text(id);
        for (Invariant invariant : wanted) {
            goOn.run();
            if (!tx.write(work -> Leases.renew(work, InvariantStore.LEASE, holder, time()))) {
                LOG.warn("The run {} of the invariants lost its lease and ends", holder);
                return;
            }
            Verdict verdict =
                    check.of(invariant, settings.now().timeout(), settings.now().examples());
            if (Thread.currentThread().isInterrupted()) {
                LOG.info("The platform stops; the run {} of the invariants ends here", holder);
                return;
            }
            tx.write(work -> {
                if (InvariantStore.add(work, id, verdict)) {
                    work.publish(violated(verdict, id));
                }
                return null;
            });
        }
        tx.write(work -> {
            InvariantStore.finish(work, id);
            InvariantStore.prune(work, settings.now().kept());
            Leases.giveBack(work, InvariantStore.LEASE, holder);
            return null;
        });
    }

    private static InvariantViolated violated(Verdict verdict, long run) {
        LOG.error("Not true: {} ({}) Against it: {}", verdict.statement(), verdict.name(), verdict.counterExamples());
        return new InvariantViolated(
                new Ref("platform", "invariant", verdict.name()),
                Ref.of("platform", "invariant-run", run),
                verdict.counterExamples().stream().limit(SOME).toList());
    }

    private Duration time() {
        return settings.now().timeout().plus(MARGIN);
    }

    private List<Invariant> present(Predicate<Invariant> wanted) {
        return List.copyOf(invariants).stream()
                .filter(wanted)
                .sorted(Comparator.comparing(Invariant::name))
                .toList();
    }
}
