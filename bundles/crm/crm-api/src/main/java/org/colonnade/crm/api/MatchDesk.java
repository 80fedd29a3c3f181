package org.colonnade.crm.api;

import java.util.List;
import org.colonnade.platform.api.Actor;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where one asks who is the same as whom.
 *
 * @since 1.1
 */
@ProviderType
public interface MatchDesk {

    /**
     * Which parties may be the one that somebody is about to add, the likeliest first, at most 20. Stores nothing. Needs
     * {@value PartyDirectory#READ}.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.party.invalid} with the fields
     */
    List<Suspect> match(Actor actor, PartyDraft draft);

    /**
     * Looks through a stretch of all parties for pairs that may be one, for some seconds at most. Needs {@value MergeDesk#MERGE}.
     *
     * @param checkpoint where an earlier stretch ended, or null to begin
     * @throws org.colonnade.platform.api.problem.Rejected {@code crm.scan.checkpoint}: the text is none
     */
    ScanProgress scan(Actor actor, String checkpoint);

    /**
     * Begins to look through all parties in the background, as a job of the current {@link org.colonnade.platform.api.Caller}: it goes on
     * after a restart where it stood, and its result is the last {@link ScanProgress}. Needs {@value MergeDesk#MERGE}, also while it runs.
     *
     * @return the job's id
     * @throws org.colonnade.platform.api.problem.TooMany {@code platform.job.too-many}
     * @throws org.colonnade.platform.api.problem.Unavailable {@code crm.scan.no-jobs}: the platform's jobs are away
     */
    String scanAll(Actor actor);
}
