package org.colonnade.platform.privacy.internal.person;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.api.privacy.PersonQuery;
import org.colonnade.platform.api.privacy.PersonalData;
import org.colonnade.platform.api.privacy.PersonalDataHold;
import org.colonnade.platform.api.privacy.PersonalRecord;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.privacy.internal.CaseKind;
import org.colonnade.platform.privacy.internal.CaseState;
import org.colonnade.platform.privacy.internal.FunctionAnswer;
import org.colonnade.platform.privacy.internal.KnownFunction;
import org.colonnade.platform.privacy.internal.PersonCase;
import org.colonnade.platform.privacy.internal.Registry;
import org.colonnade.platform.privacy.internal.domain.Hash;
import org.colonnade.platform.privacy.internal.domain.Identity;
import org.colonnade.platform.privacy.internal.store.AnswerStore;
import org.colonnade.platform.privacy.internal.store.CaseStore;
import org.colonnade.platform.privacy.internal.store.FunctionStore;
import org.colonnade.platform.privacy.internal.store.PartStore;

/**
 * One passage through a case. Each function is asked in its own transaction, and each answer is stored by itself, so a passage may end
 * anywhere and be repeated. Nothing is erased before every function that may want something kept has said so.
 */
final class CaseRun {

    private static final int MOST_FOUND = 500;

    private final Tx tx;
    private final Registry registry;
    private final PersonCase begun;
    private final Failures failures;
    private final List<PersonalRecord> found = new ArrayList<>();

    CaseRun(Tx tx, Registry registry, PersonCase begun) {
        this.tx = tx;
        this.registry = registry;
        this.begun = begun;
        this.failures = new Failures(begun.name());
    }

    /** Asks everybody who has not answered yet. @return the functions that must still answer, each with the reason */
    Failures go() {
        PersonFacts facts = begun.facts() == null ? PersonFacts.NONE : begun.facts();
        Identity identity = new Identity(begun.records(), facts);
        recognise(identity);
        List<Hold> holds = begun.kind().erases() ? holds(identity.refs()) : List.of();
        boolean blocked =
                begun.kind() == CaseKind.ERASURE && !failures.modules().isEmpty();
        tx.write(work -> {
            CaseStore.learn(work, begun.id(), identity.refs(), identity.alike(found), identity.facts(), holds);
            return null;
        });
        String askedFor = Hash.of(identity.refs().toString());
        for (Map.Entry<String, List<PersonalData>> function : registry.data().entrySet()) {
            String module = function.getKey();
            if (failures.has(module) || !toBeAsked(module, askedFor)) {
                continue;
            }
            if (blocked) {
                failures.waits(module);
            } else {
                ask(module, function.getValue(), identity, holds, askedFor);
            }
        }
        tx.read(work -> FunctionStore.all(work, registry.data().keySet())).stream()
                .filter(known -> known.keepsData() && !known.present() && known.dismissedBy() == null)
                .map(KnownFunction::module)
                .filter(module -> toBeAsked(module, askedFor))
                .forEach(failures::absent);
        return failures;
    }

    /** Asks all functions who the person is, until nobody knows anything new. */
    private void recognise(Identity identity) {
        boolean learned = true;
        while (learned) {
            PersonQuery query = new PersonQuery(Set.copyOf(identity.refs()), identity.facts(), MOST_FOUND);
            Map<Ref, PersonalRecord> round = new LinkedHashMap<>();
            registry.data().forEach((module, services) -> {
                try {
                    services.forEach(service -> service.find(query).forEach(record -> round.put(record.ref(), record)));
                } catch (RuntimeException broken) {
                    failures.add(module, broken);
                }
            });
            found.clear();
            found.addAll(round.values());
            learned = identity.take(found);
        }
    }

    private List<Hold> holds(List<Ref> refs) {
        List<Hold> holds = new ArrayList<>();
        Map<String, List<PersonalDataHold>> here = registry.holds();
        here.forEach((module, services) -> {
            try {
                services.forEach(service -> refs.forEach(ref -> holds.addAll(service.holds(ref))));
            } catch (RuntimeException broken) {
                failures.add(module, broken);
            }
        });
        tx.read(work -> FunctionStore.all(work, here.keySet())).stream()
                .filter(known -> known.declaresHolds() && !known.present() && known.dismissedBy() == null)
                .forEach(known -> failures.absent(known.module()));
        return holds.stream().distinct().toList();
    }

    private boolean toBeAsked(String module, String askedFor) {
        FunctionAnswer answer = begun.answer(module);
        boolean released = begun.state() == CaseState.HOLDING && answer.count(Erasure.Outcome.KEPT) > 0;
        return released
                || answer.state() != FunctionAnswer.State.ANSWERED
                || !answer.askedFor().equals(askedFor);
    }

    private void ask(String module, List<PersonalData> services, Identity person, List<Hold> holds, String askedFor) {
        try {
            if (begun.kind().erases()) {
                erase(module, services, person, holds, askedFor);
            } else {
                export(module, services, person.refs(), askedFor);
            }
        } catch (RuntimeException | IOException broken) {
            failures.add(module, broken);
        }
    }

    private void erase(String module, List<PersonalData> services, Identity person, List<Hold> holds, String askedFor) {
        ErasureContext context =
                new ErasureContext(begun.name(), begun.kind() == CaseKind.PREVIEW, holds, person.facts());
        Map<Subject, Erasure.Line> lines = before(module);
        for (PersonalData service : services) {
            service.erase(person.refs(), context).lines().forEach(line -> lines.put(Subject.of(line), line));
        }
        tx.write(work -> {
            AnswerStore.put(work, begun.id(), answered(module, askedFor, work.now(), 0, List.copyOf(lines.values())));
            return null;
        });
    }

    /** What it answered earlier stays true, also when it finds nothing of it any more; what was kept and is not found again is gone. */
    private Map<Subject, Erasure.Line> before(String module) {
        return begun.answer(module).lines().stream()
                .map(line ->
                        line.outcome() == Erasure.Outcome.KEPT ? Erasure.Line.erased(line.ref(), line.kind()) : line)
                .collect(Collectors.toMap(Subject::of, line -> line, (one, other) -> other, LinkedHashMap::new));
    }

    /** What a line is about: notes and files of a record stand under the record's reference, each kind with a line of its own. */
    private record Subject(Ref ref, String kind) {

        static Subject of(Erasure.Line line) {
            return new Subject(line.ref(), line.kind());
        }
    }

    private void export(String module, List<PersonalData> services, List<Ref> refs, String askedFor)
            throws IOException {
        try (PartWriter part = new PartWriter(module)) {
            for (PersonalData service : services) {
                for (Ref ref : refs) {
                    service.export(ref, part);
                }
            }
            part.finish();
            long size = Files.size(part.zip());
            tx.write(work -> {
                try (InputStream zip = Files.newInputStream(part.zip())) {
                    PartStore.put(work, begun.id(), module, zip);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
                FunctionAnswer answer = answered(module, askedFor, work.now(), size, List.of());
                AnswerStore.put(work, begun.id(), counted(answer, part.records()));
                return null;
            });
        }
    }

    private FunctionAnswer answered(String module, String askedFor, Instant now, long bytes, List<Erasure.Line> lines) {
        return new FunctionAnswer(
                module,
                FunctionAnswer.State.ANSWERED,
                begun.answer(module).tries() + 1,
                null,
                now,
                askedFor,
                lines.size(),
                bytes,
                lines);
    }

    private static FunctionAnswer counted(FunctionAnswer a, long records) {
        return new FunctionAnswer(
                a.module(), a.state(), a.tries(), null, a.answeredAt(), a.askedFor(), records, a.bytes(), a.lines());
    }
}
