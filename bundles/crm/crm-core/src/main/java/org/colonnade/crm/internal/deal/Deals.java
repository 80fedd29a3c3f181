package org.colonnade.crm.internal.deal;

import java.util.List;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.deal.OpportunityDraft;
import org.colonnade.crm.api.deal.Pipeline;
import org.colonnade.crm.api.deal.PipelineDraft;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The upkeep of pipelines and opportunities. */
@Component(service = Deals.class)
public class Deals {

    /** What pipelines look like. */
    static final RecordKind<Pipeline, PipelineDraft> PIPELINE = RecordKind.of(Pipeline.class, PipelineDraft.class);
    /** What opportunities look like. */
    static final RecordKind<Opportunity, OpportunityDraft> OPPORTUNITY =
            RecordKind.of(Opportunity.class, OpportunityDraft.class);

    private final Ways ways;
    private final RecordDesk<Opportunity, OpportunityDraft> opportunities;

    @Activate
    public Deals(
            @Reference RecordKit kit,
            @Reference(target = "(module=crm)") Tx tx,
            @Reference PartyDirectory directory) {
        PipelineRules rules = new PipelineRules();
        RecordDesk<Pipeline, PipelineDraft> pipelines = kit.desk(PIPELINE.with(rules), tx);
        rules.keptBy(pipelines);
        this.ways = new Ways(pipelines);
        this.opportunities = kit.desk(OPPORTUNITY.with(new OpportunityRules(ways, directory)), tx);
    }

    /** What people may be allowed here. */
    public static List<Permission> permissions() {
        return java.util.stream.Stream.concat(PIPELINE.permissions().stream(), OPPORTUNITY.permissions().stream())
                .toList();
    }

    /** The pipelines as ways to go. */
    Ways ways() {
        return ways;
    }

    /** The pipelines. */
    public RecordDesk<Pipeline, PipelineDraft> pipelines() {
        return ways.desk();
    }

    /** The opportunities. */
    public RecordDesk<Opportunity, OpportunityDraft> opportunities() {
        return opportunities;
    }

    /** Both. */
    public List<RecordDesk<?, ?>> desks() {
        return List.of(pipelines(), opportunities);
    }
}
