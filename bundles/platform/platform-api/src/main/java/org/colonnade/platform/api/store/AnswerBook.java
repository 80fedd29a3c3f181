package org.colonnade.platform.api.store;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Remembers for a day what a request was answered, under the key that its sender gave it: who sends it again gets the same answer, and
 * nothing happens twice. The effect and its answer are stored in one transaction, so a crash leaves both behind or neither.
 */
@ProviderType
public interface AnswerBook {

    /**
     * Does the work and keeps its answer, or gives the answer that is kept.
     *
     * <p>The work runs in a transaction of the request's module, which the module's own transactions on this thread join. When it throws,
     * nothing is stored and nothing remembered. Work that is not of one transaction ({@link KeyedRequest#module()} is null) is
     * remembered when it has ended; a crash in between leaves what it stored itself, so it must bear a repetition.
     *
     * @param effect may be called again when the database asks for a repetition; must not keep anything of an earlier call
     * @throws org.colonnade.platform.api.problem.Conflict {@code platform.idempotency.running} while another with that key is under way
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.idempotency.other-request} if the key stands for another request
     */
    KeptAnswer once(KeyedRequest request, Supplier<KeptAnswer> effect);
}
