package org.colonnade.crm.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.colonnade.crm.api.MatchDesk;
import org.colonnade.crm.api.MergeDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.ScanProgress;
import org.colonnade.crm.api.Suspect;
import org.colonnade.crm.internal.domain.PartyCheck;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.store.Suspects;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers who is the same as whom from crm's own tables. */
@Component(service = MatchDesk.class)
public class StoredMatchDesk implements MatchDesk {

    /** A caller gets an answer before a proxy would give up on it. */
    private static final Duration STRETCH = Duration.ofSeconds(5);

    private final Tx tx;
    private final CrmSettings settings;
    private final DuplicateScan scan;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public StoredMatchDesk(
            @Reference(target = "(module=crm)") Tx tx, @Reference CrmSettings settings, @Reference DuplicateScan scan) {
        this.tx = tx;
        this.settings = settings;
        this.scan = scan;
    }

    @Override
    public List<Suspect> match(Actor actor, PartyDraft draft) {
        actor.require(PartyDirectory.READ);
        PartyCheck.typed(draft, null).orReject("crm.party.invalid");
        PartyDraft complete = PartyRule.complete(draft, settings.phones());
        return tx.read(work -> Suspects.like(work, complete, settings.phones(), settings.policy()));
    }

    @Override
    public ScanProgress scan(Actor actor, String checkpoint) {
        actor.require(MergeDesk.MERGE);
        Instant end = clock.instant().plus(STRETCH);
        ScanProgress progress = scan.step(checkpoint);
        while (!progress.done() && clock.instant().isBefore(end)) {
            progress = scan.step(progress.checkpoint());
        }
        return progress;
    }
}
