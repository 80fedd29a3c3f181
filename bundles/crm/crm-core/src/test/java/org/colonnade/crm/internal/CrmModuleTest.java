package org.colonnade.crm.internal;

import org.colonnade.crm.internal.capture.CaptureFront;
import org.colonnade.crm.internal.lead.LeadFront;
import org.colonnade.crm.internal.rest.CaptureConfirm;
import org.colonnade.crm.internal.rest.CaptureLinks;
import org.colonnade.crm.internal.rest.CaptureSubmissions;
import org.colonnade.crm.internal.rest.Duplicates;
import org.colonnade.crm.internal.rest.Exports;
import org.colonnade.crm.internal.rest.Forecasts;
import org.colonnade.crm.internal.rest.Imports;
import org.colonnade.crm.internal.rest.LeadAssign;
import org.colonnade.crm.internal.rest.LeadAssignments;
import org.colonnade.crm.internal.rest.LeadScores;
import org.colonnade.crm.internal.rest.LeadVerbs;
import org.colonnade.crm.internal.rest.Merges;
import org.colonnade.crm.internal.rest.OpportunityVerbs;
import org.colonnade.crm.internal.rest.PartyCards;
import org.colonnade.crm.internal.rest.PartyContactPoints;
import org.colonnade.crm.internal.rest.PartyMatches;
import org.colonnade.crm.internal.rest.PartyMerges;
import org.colonnade.crm.internal.rest.PartyNotes;
import org.colonnade.crm.internal.rest.PartyReaders;
import org.colonnade.crm.internal.rest.PartyRelationships;
import org.colonnade.crm.internal.rest.PartyResolutions;
import org.colonnade.crm.internal.rest.PartyRoles;
import org.colonnade.crm.internal.rest.PartySuspects;
import org.colonnade.crm.internal.rest.PartyTimeline;
import org.colonnade.crm.internal.rest.PipelineBoard;
import org.colonnade.crm.internal.rest.Tags;
import org.colonnade.platform.api.Module;
import org.colonnade.testkit.ModuleContract;

public class CrmModuleTest extends ModuleContract {

    @Override
    protected Module module() {
        return new CrmModule(
                null,
                new PartyCards(null),
                new PartyNotes(null, null),
                new PartyRelationships(null, null),
                new PartySuspects(null),
                new PartyMatches(null),
                new PartyMerges(null),
                new Merges(null),
                new Tags(null),
                new Duplicates(null, null, null, null),
                new Imports(null),
                new Exports(null),
                null,
                new OpportunityVerbs(null, null),
                new PipelineBoard(null),
                new Forecasts(null),
                new PartyTimeline(null),
                new LeadFront(
                        null,
                        new LeadVerbs(null, null),
                        new LeadScores(null),
                        new LeadAssign(null),
                        new LeadAssignments(null),
                        new CaptureFront(
                                null, new CaptureSubmissions(null), new CaptureConfirm(null), new CaptureLinks(null))),
                new PartyFront(
                        null,
                        new PartyResolutions(null),
                        new PartyReaders(null, null),
                        new PartyContactPoints(null),
                        new PartyRoles(null)));
    }
}
