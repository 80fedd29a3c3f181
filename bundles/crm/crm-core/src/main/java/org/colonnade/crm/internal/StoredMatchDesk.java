package org.colonnade.crm.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.colonnade.crm.api.MatchDesk;
import org.colonnade.crm.api.MergeDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.ScanProgress;
import org.colonnade.crm.api.Suspect;
import org.colonnade.crm.internal.domain.PartyCheck;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.crm.internal.store.Suspects;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.job.JobDraft;
import org.colonnade.platform.api.job.Jobs;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Answers who is the same as whom from crm's own tables. */
@Component(service = MatchDesk.class)
public class StoredMatchDesk implements MatchDesk {

    /** A caller gets an answer before a proxy would give up on it. */
    private static final Duration STRETCH = Duration.ofSeconds(5);

    private static final Duration SOON = Duration.ofSeconds(2);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Jobs jobs;

    private final Tx tx;
    private final Parties records;
    private final CrmSettings settings;
    private final DuplicateScan scan;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public StoredMatchDesk(
            @Reference(target = "(module=crm)") Tx tx,
            @Reference CrmSettings settings,
            @Reference DuplicateScan scan,
            @Reference Parties records) {
        this.records = records;
        this.tx = tx;
        this.settings = settings;
        this.scan = scan;
    }

    @Override
    public List<Suspect> match(Actor actor, PartyDraft draft) {
        actor.require(PartyDirectory.READ);
        records.allFields(actor);
        PartyCheck.typed(draft, null).orReject("crm.party.invalid");
        PartyDraft complete = PartyRule.complete(draft, settings.phones());
        return tx.read(work -> records.seen(
                work,
                actor,
                Suspects.like(work, complete, settings.phones(), settings.policy()),
                suspect -> Stream.of(StoredParty.id(suspect.party()))));
    }

    @Override
    public ScanProgress scan(Actor actor, String checkpoint) {
        actor.require(MergeDesk.MERGE);
        records.whole(actor);
        Instant end = clock.instant().plus(STRETCH);
        ScanProgress progress = scan.step(checkpoint);
        while (!progress.done() && clock.instant().isBefore(end)) {
            progress = scan.step(progress.checkpoint());
        }
        return progress;
    }

    @Override
    public String scanAll(Actor actor) {
        actor.require(MergeDesk.MERGE);
        records.whole(actor);
        Jobs now = jobs;
        if (now == null) {
            throw new Unavailable("crm.scan.no-jobs", "Jobs cannot be begun now; ask again shortly.", SOON);
        }
        return tx.write(work -> now.submit(
                work,
                JobDraft.of(DuplicateScanWorker.KIND, "Search of all contacts for duplicates", "{}")
                        .inTheBackground()));
    }
}
