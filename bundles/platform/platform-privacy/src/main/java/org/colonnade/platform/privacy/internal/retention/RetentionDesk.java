package org.colonnade.platform.privacy.internal.retention;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.RunEnded;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.PersonalDataHold;
import org.colonnade.platform.api.privacy.RetentionTarget;
import org.colonnade.platform.api.privacy.RetentionTarget.Criteria;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.privacy.internal.PrivacySettings;
import org.colonnade.platform.privacy.internal.Registry;
import org.colonnade.platform.privacy.internal.RetentionRule;
import org.colonnade.platform.privacy.internal.RetentionRun;
import org.colonnade.platform.privacy.internal.store.FunctionStore;
import org.colonnade.platform.privacy.internal.store.Leases;
import org.colonnade.platform.privacy.internal.store.RetentionStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs retention rules, in batches, one run at a time over all nodes; what a function wants kept is left alone. */
@Component(service = RetentionDesk.class, immediate = true)
public final class RetentionDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionDesk.class);
    private static final Duration HOLD = Duration.ofMinutes(10);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final Tx tx;
    private final Registry registry;
    private final RuleDesk rules;
    private final PrivacySettings settings;
    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "colonnade-retention"));

    @Activate
    public RetentionDesk(
            @Reference(target = "(module=privacy)") Tx tx,
            @Reference Registry registry,
            @Reference RuleDesk rules,
            @Reference PrivacySettings settings) {
        this.tx = tx;
        this.registry = registry;
        this.rules = rules;
        this.settings = settings;
    }

    @Deactivate
    void close() {
        thread.shutdownNow();
    }

    /**
     * Begins a run of the rule, enabled or not.
     *
     * @throws Conflict {@code platform.retention.running}
     * @throws Unavailable {@code platform.retention.target-away}
     */
    public RetentionRun start(String ruleId) {
        RetentionRule rule = rules.get(ruleId);
        rules.target(rule);
        Caller caller = Caller.current();
        String run = begin(rule, "ASKED")
                .orElseThrow(() -> new Conflict(
                        "platform.retention.running", "A retention rule runs already; wait until that is done."));
        thread.execute(() -> {
            try (Caller.Binding bound = caller.bind()) {
                run(rule, run, () -> {});
                giveBack(run);
            }
        });
        return rules.runs(ruleId, new PageRequest(1, null)).items().get(0);
    }

    /**
     * Runs every enabled rule, one after the other, as a job.
     *
     * @throws Unavailable {@code platform.retention.running}: a rule runs already
     */
    void all(JobRun job) {
        List<RetentionRule> enabled = tx.read(RetentionStore::enabled);
        for (int i = 0; i < enabled.size(); i++) {
            RetentionRule rule = enabled.get(i);
            if (job.checkpoint() != null && Tsid.parse(rule.id()) <= Tsid.parse(job.checkpoint())) {
                continue;
            }
            job.goOn();
            String run = begin(rule, "SCHEDULED")
                    .orElseThrow(() -> new Unavailable(
                            "platform.retention.running", "A retention rule runs already; this waits for it.", LATER));
            try {
                run(rule, run, job::goOn);
            } finally {
                giveBack(run);
            }
            job.progress(i + 1, enabled.size(), rule.id());
        }
    }

    private Optional<String> begin(RetentionRule rule, String trigger) {
        String actor = Caller.current().actor().ref().toString();
        return tx.write(work -> {
            long run = work.newId();
            if (!Leases.take(work, RetentionStore.LEASE, Tsid.text(run), HOLD)) {
                return Optional.empty();
            }
            RetentionStore.begin(work, run, Tsid.parse(rule.id()), trigger, actor);
            return Optional.of(Tsid.text(run));
        });
    }

    private void giveBack(String run) {
        tx.write(work -> {
            Leases.giveBack(work, RetentionStore.LEASE, run);
            return null;
        });
    }

    private void run(RetentionRule rule, String run, Runnable goOn) {
        String failure = "It was cut off.";
        try {
            failure = batches(rule, run, goOn);
        } catch (RunEnded cut) {
            throw cut;
        } catch (RuntimeException broken) {
            LOG.error("The retention rule {} ended early", rule.id(), broken);
            failure = broken instanceof Problem problem ? problem.getMessage() : "It broke; the log says why.";
        } finally {
            end(run, failure);
        }
    }

    private void end(String run, String failure) {
        tx.write(work -> {
            RetentionStore.end(work, Tsid.parse(run), failure);
            return null;
        });
    }

    /** @return why it ended early, or null */
    private String batches(RetentionRule rule, String run, Runnable goOn) {
        RetentionTarget target = rules.target(rule);
        Criteria criteria = rules.criteria(rule);
        Ref after = null;
        for (int seen = 0; seen < settings.now().most(); ) {
            goOn.run();
            List<Ref> batch = target.matching(criteria, after, settings.now().batch());
            if (batch.isEmpty() || Thread.currentThread().isInterrupted()) {
                return null;
            }
            List<PersonalDataHold> holders = holders();
            List<Ref> free = new ArrayList<>(batch);
            free.removeIf(ref -> held(ref, holders));
            Erasure answer = free.isEmpty() ? Erasure.NOTHING : target.apply(criteria, free, rule.action());
            long kept = answer.lines().stream()
                    .filter(line -> line.outcome() == Erasure.Outcome.KEPT)
                    .count();
            if (!counted(run, answer.lines().size() - kept, kept + batch.size() - free.size())) {
                return "Another node took over.";
            }
            seen += batch.size();
            after = batch.get(batch.size() - 1);
        }
        return null;
    }

    private boolean counted(String run, long done, long kept) {
        return tx.write(work -> {
            RetentionStore.count(work, Tsid.parse(run), done, kept);
            return Leases.renew(work, RetentionStore.LEASE, run, HOLD);
        });
    }

    /** @throws Unavailable {@code platform.retention.holder-away}: one that may want records kept cannot be asked */
    private List<PersonalDataHold> holders() {
        var here = registry.holds();
        tx.read(work -> FunctionStore.all(work, here.keySet())).stream()
                .filter(known -> known.declaresHolds() && !known.present() && known.dismissedBy() == null)
                .findFirst()
                .ifPresent(absent -> {
                    throw new Unavailable(
                            "platform.retention.holder-away",
                            "The function '" + absent.module() + "', which may want records kept, is not here.",
                            Duration.ofMinutes(1));
                });
        return here.values().stream().flatMap(List::stream).toList();
    }

    private static boolean held(Ref ref, List<PersonalDataHold> holders) {
        return holders.stream().anyMatch(service -> service.holds(ref).stream()
                .anyMatch(hold -> hold.ref().equals(ref)));
    }
}
