package org.colonnade.platform.privacy.internal.person;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.event.PersonErased;
import org.colonnade.platform.api.privacy.event.PersonExported;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.privacy.internal.CaseKind;
import org.colonnade.platform.privacy.internal.CaseState;
import org.colonnade.platform.privacy.internal.FunctionAnswer;
import org.colonnade.platform.privacy.internal.PersonCase;
import org.colonnade.platform.privacy.internal.PrivacySettings;
import org.colonnade.platform.privacy.internal.Registry;
import org.colonnade.platform.privacy.internal.store.AnswerStore;
import org.colonnade.platform.privacy.internal.store.CaseStore;
import org.colonnade.platform.privacy.internal.store.FunctionStore;
import org.colonnade.platform.privacy.internal.store.PartStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Exports and erasures of persons over all functions. */
@Component(service = CaseDesk.class)
public final class CaseDesk {

    private static final Duration CLAIM = Duration.ofMinutes(10);
    private static final Duration UNKNOWN_END = Duration.ofDays(30);

    private final Tx tx;
    private final Registry registry;
    private final PrivacySettings settings;

    @Activate
    public CaseDesk(
            @Reference(target = "(module=privacy)") Tx tx,
            @Reference Registry registry,
            @Reference PrivacySettings settings) {
        this.tx = tx;
        this.registry = registry;
        this.settings = settings;
    }

    /** Runs work over the cases of each company, one after the other. */
    void inEachCompany(Runnable work) {
        tx.inEachCompany(work);
    }

    /**
     * Opens a case and goes through it once; what is not answered then goes on by itself.
     *
     * @param also records that somebody says stand for the same person
     */
    public PersonCase open(Actor actor, CaseKind kind, Ref person, Collection<Ref> also, String reason) {
        Set<Ref> records = new LinkedHashSet<>(also);
        records.add(person);
        long id = tx.write(work -> {
            remember(work);
            return CaseStore.open(
                    work,
                    kind,
                    person,
                    reason,
                    records,
                    actor.ref().toString(),
                    work.now().plus(CLAIM));
        });
        return passThrough(id);
    }

    /**
     * One case of a kind.
     *
     * @throws NotFound {@code platform.privacy-case.not-found}
     */
    public PersonCase get(boolean erasure, String name) {
        long id = Tsid.parse(name);
        return tx.read(work -> id < 0 ? Optional.<PersonCase>empty() : CaseStore.find(work, id))
                .filter(found -> found.kind().erases() == erasure)
                .orElseThrow(() -> NotFound.of("platform", "privacy-case", name));
    }

    public Page<PersonCase> list(boolean erasures, PageRequest page) {
        return tx.read(work -> CaseStore.list(work, erasures, page));
    }

    /** Goes on with the next case whose time has come; false if there is none. */
    boolean goOn() {
        Optional<Long> next = tx.write(work -> CaseStore.claim(work, work.now().plus(CLAIM)));
        next.ifPresent(this::passThrough);
        return next.isPresent();
    }

    /** Functions came: what waits for them goes on at once. */
    void arrived(Set<String> modules) {
        tx.write(work -> {
            remember(work);
            for (String module : modules) {
                CaseStore.arrived(work, module);
            }
            return null;
        });
    }

    /** Deletes the bundles that were kept long enough. */
    void expire() {
        tx.write(work -> PartStore.expire(work, work.now().minus(settings.now().exportsKept())));
    }

    private PersonCase passThrough(long id) {
        PersonCase begun = tx.read(work -> CaseStore.find(work, id)).orElseThrow();
        Failures failures = new CaseRun(tx, registry, begun).go();
        return tx.write(work -> {
            PersonCase now = CaseStore.lock(work, id);
            for (String module : failures.modules()) {
                put(work, now, module, failures.of(module));
            }
            if (failures.modules().isEmpty() || now.kind() == CaseKind.PREVIEW) {
                complete(work, begun, now);
            } else {
                Instant again = work.now().plus(settings.now().backoff().after(now.tries()));
                CaseStore.end(
                        work, id, CaseState.WAITING, now.facts(), List.copyOf(failures.modules()), now.doneAt(), again);
            }
            return CaseStore.find(work, id).orElseThrow();
        });
    }

    private static void put(Work work, PersonCase now, String module, String failure) throws SQLException {
        FunctionAnswer failed = now.answer(module).failed(failure);
        AnswerStore.put(
                work,
                now.id(),
                now.kind() != CaseKind.PREVIEW
                        ? failed
                        : new FunctionAnswer(
                                module,
                                FunctionAnswer.State.ABSENT,
                                failed.tries(),
                                failure,
                                null,
                                "",
                                0,
                                0,
                                List.of()));
    }

    private void complete(Work work, PersonCase begun, PersonCase now) throws SQLException {
        Set<String> silent = new TreeSet<>(registry.modules());
        silent.removeAll(registry.data().keySet());
        for (String module : silent) {
            AnswerStore.put(
                    work,
                    now.id(),
                    new FunctionAnswer(
                            module, FunctionAnswer.State.NONE_DECLARED, 0, null, work.now(), "", 0, 0, List.of()));
        }
        boolean holding = now.kind() == CaseKind.ERASURE && kept(now) > 0;
        CaseStore.end(
                work,
                now.id(),
                holding ? CaseState.HOLDING : CaseState.DONE,
                null,
                List.of(),
                work.now(),
                holding ? release(now, work.now()) : null);
        if (now.kind() == CaseKind.EXPORT) {
            work.publish(new PersonExported(now.person(), now.ref()));
        } else if (now.kind() == CaseKind.ERASURE && (begun.doneAt() == null || kept(now) != kept(begun))) {
            PartStore.forget(work, now.records());
            work.publish(new PersonErased(now.person(), now.ref(), Set.copyOf(now.records()), kept(now)));
        }
    }

    private static int kept(PersonCase one) {
        return (int) one.answers().stream()
                .mapToLong(answer -> answer.count(Erasure.Outcome.KEPT))
                .sum();
    }

    /** The day after the first hold ends; where no end is known it is looked at again in a month. */
    private static Instant release(PersonCase now, Instant at) {
        Instant first = now.answers().stream()
                .flatMap(answer -> answer.lines().stream())
                .map(Erasure.Line::until)
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .map(day -> day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .orElse(at.plus(UNKNOWN_END));
        Instant tomorrow = at.plus(Duration.ofDays(1));
        return first.isBefore(tomorrow) ? tomorrow : first;
    }

    private void remember(Work work) throws SQLException {
        Set<String> data = registry.data().keySet();
        Set<String> holds = registry.holds().keySet();
        for (String module : registry.concerned()) {
            FunctionStore.seen(work, module, data.contains(module), holds.contains(module));
        }
    }
}
