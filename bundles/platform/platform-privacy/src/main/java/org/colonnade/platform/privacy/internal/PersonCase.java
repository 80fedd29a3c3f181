package org.colonnade.platform.privacy.internal;

import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.privacy.internal.domain.Identity.Alike;

/**
 * A person's export or erasure, as it stands.
 *
 * @param id of the case
 * @param kind what is done
 * @param person the record that was named
 * @param reason why, for an erasure
 * @param state where it is
 * @param records all records that stand for the person
 * @param alike records that share something with it and are not touched
 * @param facts by what it is recognised; null when nobody needs to be asked any more
 * @param holds what functions want kept
 * @param waitingFor the functions that have still to answer
 * @param askedAt UTC
 * @param askedBy who, as a reference
 * @param doneAt UTC, or null
 * @param nextAt when it goes on, or null
 * @param tries how often it was gone through
 * @param answers one of each function
 */
public record PersonCase(
        long id,
        CaseKind kind,
        Ref person,
        String reason,
        CaseState state,
        List<Ref> records,
        List<Alike> alike,
        PersonFacts facts,
        List<Hold> holds,
        List<String> waitingFor,
        Instant askedAt,
        String askedBy,
        Instant doneAt,
        Instant nextAt,
        int tries,
        List<FunctionAnswer> answers) {

    /** How it is called in the API. */
    public String name() {
        return Tsid.text(id);
    }

    /** How events point at it. */
    public Ref ref() {
        return Ref.of("platform", "privacy-case", id);
    }

    /** The answer of a function, or a new one that waits. */
    public FunctionAnswer answer(String module) {
        return answers.stream()
                .filter(answer -> answer.module().equals(module))
                .findFirst()
                .orElse(FunctionAnswer.waiting(module, null));
    }
}
