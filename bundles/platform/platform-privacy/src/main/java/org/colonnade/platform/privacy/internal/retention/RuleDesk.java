package org.colonnade.platform.privacy.internal.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.privacy.RetentionTarget;
import org.colonnade.platform.api.privacy.RetentionTarget.Criteria;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.privacy.internal.Registry;
import org.colonnade.platform.privacy.internal.RetentionDraft;
import org.colonnade.platform.privacy.internal.RetentionRule;
import org.colonnade.platform.privacy.internal.RetentionRun;
import org.colonnade.platform.privacy.internal.store.RetentionStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the retention rules and shows what one would do. */
@Component(service = RuleDesk.class)
public final class RuleDesk {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_STATE = 60;
    private static final int MOST_STATES = 50;
    private static final int MOST_DAYS = 36_525;

    private final Tx tx;
    private final Registry registry;
    private final Clock clock;

    @Activate
    public RuleDesk(@Reference(target = "(module=privacy)") Tx tx, @Reference Registry registry) {
        this(tx, registry, Clock.systemUTC());
    }

    RuleDesk(Tx tx, Registry registry, Clock clock) {
        this.tx = tx;
        this.registry = registry;
        this.clock = clock;
    }

    public Page<RetentionRule> list(PageRequest page) {
        return tx.read(work -> RetentionStore.list(work, page));
    }

    /** @throws NotFound {@code platform.retention-rule.not-found} */
    public RetentionRule get(String id) {
        return tx.read(work -> key(id) < 0 ? Optional.<RetentionRule>empty() : RetentionStore.find(work, key(id)))
                .orElseThrow(() -> missing(id));
    }

    /** @throws org.colonnade.platform.api.problem.Rejected {@code platform.retention-rule.invalid} */
    public RetentionRule add(Actor actor, RetentionDraft draft) {
        checked(draft, null);
        return tx.write(work -> {
            long id = RetentionStore.add(work, draft, actor.ref().toString());
            return RetentionStore.find(work, id).orElseThrow();
        });
    }

    /** Changes the rule that is still as expected. Same problems as {@link #get} and {@link #add}. */
    public RetentionRule change(Actor actor, String id, LongConsumer expected, UnaryOperator<RetentionDraft> change) {
        return tx.write(work -> {
            RetentionRule present = RetentionStore.lock(work, key(id)).orElseThrow(() -> missing(id));
            expected.accept(present.version());
            RetentionDraft wanted = change.apply(present.draft());
            checked(wanted, present.kind());
            RetentionStore.change(work, key(id), wanted, actor.ref().toString());
            return RetentionStore.find(work, key(id)).orElseThrow();
        });
    }

    /** Deletes the rule and what is known of its runs. Same problems as {@link #get}. */
    public void remove(String id, LongConsumer expected) {
        tx.write(work -> {
            RetentionRule present = RetentionStore.lock(work, key(id)).orElseThrow(() -> missing(id));
            expected.accept(present.version());
            RetentionStore.remove(work, key(id));
            return null;
        });
    }

    public Page<RetentionRun> runs(String id, PageRequest page) {
        get(id);
        return tx.read(work -> RetentionStore.runs(work, key(id), page));
    }

    /**
     * What the rule means at this moment; nothing is changed.
     *
     * @param examples how many records to show
     * @throws Unavailable {@code platform.retention.target-away}: the function that keeps these records is not here
     */
    public Preview preview(String id, int examples) {
        RetentionRule rule = get(id);
        RetentionTarget target = target(rule);
        Criteria criteria = criteria(rule);
        return new Preview(target.count(criteria), target.matching(criteria, null, examples), criteria.changedBefore());
    }

    /** The target of a rule. Same problem as {@link #preview}. */
    RetentionTarget target(RetentionRule rule) {
        return registry.targets().stream()
                .filter(target -> target.kind().equals(rule.kind()))
                .findFirst()
                .orElseThrow(() -> new Unavailable(
                        "platform.retention.target-away",
                        "The function that keeps '" + rule.kind() + "' is not here now.",
                        Duration.ofSeconds(30)));
    }

    Criteria criteria(RetentionRule rule) {
        return new Criteria(clock.instant().minus(Duration.ofDays(rule.olderThanDays())), Set.copyOf(rule.states()));
    }

    /** @param known the kind that it has already: its function may be away now */
    private void checked(RetentionDraft draft, String known) {
        Fields fields = new Fields().required("name", draft.name(), LONGEST_NAME);
        if (draft.olderThanDays() == null || draft.olderThanDays() < 1 || draft.olderThanDays() > MOST_DAYS) {
            fields.wrong("olderThanDays", "is 1 to " + MOST_DAYS);
        }
        if (draft.states().size() > MOST_STATES) {
            fields.wrong("states", "has more than " + MOST_STATES + " entries");
        }
        draft.states().forEach(state -> fields.required("states", state, LONGEST_STATE));
        if (draft.action() == null) {
            fields.wrong("action", "is required");
        }
        Optional<RetentionTarget> target = registry.targets().stream()
                .filter(one -> one.kind().equals(draft.kind()))
                .findFirst();
        if (target.isEmpty() && !Objects.equals(draft.kind(), known)) {
            fields.wrong("kind", "is none of the kinds that rules can be made for: " + kinds());
        }
        target.ifPresent(one -> fits(draft, one, fields));
        fields.orReject("platform.retention-rule.invalid");
    }

    private static void fits(RetentionDraft draft, RetentionTarget target, Fields fields) {
        if (draft.action() != null && !target.actions().contains(draft.action())) {
            fields.wrong("action", "is none of " + new TreeSet<>(target.actions()));
        }
        if (!target.states().containsAll(draft.states())) {
            fields.wrong("states", "holds a state that is none of " + new TreeSet<>(target.states()));
        }
    }

    private Set<String> kinds() {
        return registry.targets().stream().map(RetentionTarget::kind).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What rules can be made for. */
    public List<Kind> targets() {
        return registry.targets().stream()
                .map(target -> new Kind(
                        target.kind(),
                        target.states().stream().sorted().toList(),
                        target.actions().stream().sorted().map(Enum::name).toList()))
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
    }

    private static long key(String id) {
        return Tsid.parse(id);
    }

    private static NotFound missing(String id) {
        return NotFound.of("platform", "retention-rule", id);
    }

    /**
     * What a rule means now.
     *
     * @param count how many records match
     * @param examples some of them
     * @param changedBefore they were last changed before this moment, UTC
     */
    public record Preview(long count, List<Ref> examples, Instant changedBefore) {}

    /**
     * A kind of record that rules can be made for.
     *
     * @param kind such as {@code crm:lead}
     * @param states that a record may be in; empty where it has none
     * @param actions what can become of a record
     */
    public record Kind(String kind, List<String> states, List<String> actions) {}
}
