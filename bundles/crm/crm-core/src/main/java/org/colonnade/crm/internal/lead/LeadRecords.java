package org.colonnade.crm.internal.lead;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.colonnade.crm.api.lead.AssignmentRule;
import org.colonnade.crm.api.lead.AssignmentRuleDraft;
import org.colonnade.crm.api.lead.AssignmentService;
import org.colonnade.crm.api.lead.Capacity;
import org.colonnade.crm.api.lead.CapacityDraft;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadDraft;
import org.colonnade.crm.api.lead.ScoreRule;
import org.colonnade.crm.api.lead.ScoreRuleDraft;
import org.colonnade.crm.api.lead.Territory;
import org.colonnade.crm.api.lead.TerritoryDraft;
import org.colonnade.crm.internal.assign.Assigning;
import org.colonnade.crm.internal.assign.AssignmentRuleRules;
import org.colonnade.crm.internal.assign.CapacityRules;
import org.colonnade.crm.internal.assign.Colleagues;
import org.colonnade.crm.internal.assign.Territories;
import org.colonnade.crm.internal.assign.TerritoryRules;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The upkeep of leads and of the rules that score and assign them. */
@Component(service = LeadRecords.class)
public class LeadRecords {

    /** What leads look like. */
    public static final RecordKind<Lead, LeadDraft> LEAD = RecordKind.of(Lead.class, LeadDraft.class);

    private static final RecordKind<ScoreRule, ScoreRuleDraft> SCORE_RULE =
            RecordKind.of(ScoreRule.class, ScoreRuleDraft.class);
    private static final RecordKind<AssignmentRule, AssignmentRuleDraft> ASSIGNMENT_RULE =
            RecordKind.of(AssignmentRule.class, AssignmentRuleDraft.class);
    private static final RecordKind<Territory, TerritoryDraft> TERRITORY =
            RecordKind.of(Territory.class, TerritoryDraft.class);
    private static final RecordKind<Capacity, CapacityDraft> CAPACITY =
            RecordKind.of(Capacity.class, CapacityDraft.class);

    private final Tx tx;
    private final Scoring scoring;
    private final Assigning assigning;
    private final LeadRules rules;
    private final RecordDesk<Lead, LeadDraft> leads;
    private final RecordDesk<ScoreRule, ScoreRuleDraft> scoreRules;
    private final RecordDesk<AssignmentRule, AssignmentRuleDraft> assignmentRules;
    private final RecordDesk<Capacity, CapacityDraft> capacities;
    private final RecordDesk<Territory, TerritoryDraft> territoryDesk;
    private final Territories territories;

    @Activate
    public LeadRecords(
            @Reference RecordKit kit, @Reference(target = "(module=crm)") Tx tx, @Reference Colleagues colleagues) {
        this.tx = tx;
        Conditions conditions = new Conditions();
        scoring = new Scoring(conditions);
        assignmentRules = kit.desk(ASSIGNMENT_RULE.with(new AssignmentRuleRules(conditions, colleagues)), tx);
        capacities = kit.desk(CAPACITY.with(new CapacityRules(colleagues)), tx);
        territoryDesk = kit.desk(TERRITORY.with(new TerritoryRules(conditions, colleagues)), tx);
        territories = new Territories(tx, territoryDesk, colleagues);
        assigning = new Assigning(conditions, assignmentRules, capacities, colleagues, territories);
        rules = new LeadRules(scoring, assigning, colleagues);
        leads = kit.desk(LEAD.with(rules), tx);
        conditions.of(leads);
        scoreRules = kit.desk(SCORE_RULE.with(new ScoreRuleRules(conditions)), tx);
    }

    /** What people may be allowed here. */
    public static List<Permission> permissions() {
        return Stream.of(
                        LEAD.permissions(),
                        SCORE_RULE.permissions(),
                        ASSIGNMENT_RULE.permissions(),
                        CAPACITY.permissions(),
                        TERRITORY.permissions(),
                        List.of(Permission.of(AssignmentService.ASSIGN, "Lead: assign", "ลูกค้ามุ่งหวัง: มอบหมาย")))
                .flatMap(List::stream)
                .toList();
    }

    /** All desks. */
    public List<RecordDesk<?, ?>> desks() {
        return List.of(leads, scoreRules, assignmentRules, capacities, territoryDesk);
    }

    /** The leads. */
    public RecordDesk<Lead, LeadDraft> leads() {
        return leads;
    }

    /** The rules of scoring. */
    public RecordDesk<ScoreRule, ScoreRuleDraft> scoreRules() {
        return scoreRules;
    }

    /** The rules of assignment. */
    public RecordDesk<AssignmentRule, AssignmentRuleDraft> assignmentRules() {
        return assignmentRules;
    }

    /** Who can take on how much. */
    public RecordDesk<Capacity, CapacityDraft> capacities() {
        return capacities;
    }

    /** The parts of the market, as records. */
    public RecordDesk<Territory, TerritoryDraft> territoryDesk() {
        return territoryDesk;
    }

    /** Which team looks after what. */
    public Territories territories() {
        return territories;
    }

    /** Who gets a lead. */
    public Assigning assigning() {
        return assigning;
    }

    Scoring scoring() {
        return scoring;
    }

    /** Adds a lead within the running transaction, as the desk's own creating does, for a use case that has checked who may. */
    public Kept<Lead> add(Work work, LeadDraft draft) throws SQLException {
        LeadDraft given = rules.complete(draft);
        Lead wanted = new Lead(
                given.givenName(),
                given.familyName(),
                given.organisation(),
                given.email(),
                given.phone(),
                given.source(),
                given.campaign(),
                given.owner(),
                given.team(),
                given.interest(),
                given.value(),
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return leads.decided(work, wanted);
    }

    /** Stores a lead as a use case decided it. */
    public Kept<Lead> put(Work work, Kept<Lead> before, Lead after, String action) throws SQLException {
        return leads.put(work, before, after, action);
    }

    /** A lead's custom fields say something else, and the lead itself does not. */
    public void rescore(Work work, String lead) throws SQLException {
        scoring.again(work, leads, lead);
    }

    /** Looks leads over whose rules have changed, and lets scores fade. @return whether there may be more to do */
    public boolean rescore() {
        boolean more = tx.write(work -> scoring.lookOver(work, leads));
        return tx.write(work -> scoring.fade(work, leads)) | more;
    }
}
