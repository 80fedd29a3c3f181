package org.colonnade.crm.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.ExportDesk;
import org.colonnade.crm.api.ImportDesk;
import org.colonnade.crm.api.MergeDesk;
import org.colonnade.crm.api.deal.ForecastDesk;
import org.colonnade.crm.internal.deal.Deals;
import org.colonnade.crm.internal.lead.LeadFront;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.crm.internal.rest.Duplicates;
import org.colonnade.crm.internal.rest.Exports;
import org.colonnade.crm.internal.rest.Forecasts;
import org.colonnade.crm.internal.rest.Imports;
import org.colonnade.crm.internal.rest.Merges;
import org.colonnade.crm.internal.rest.OpportunityVerbs;
import org.colonnade.crm.internal.rest.PartyCards;
import org.colonnade.crm.internal.rest.PartyMatches;
import org.colonnade.crm.internal.rest.PartyMerges;
import org.colonnade.crm.internal.rest.PartyNotes;
import org.colonnade.crm.internal.rest.PartyRelationships;
import org.colonnade.crm.internal.rest.PartySuspects;
import org.colonnade.crm.internal.rest.PartyTimeline;
import org.colonnade.crm.internal.rest.PipelineBoard;
import org.colonnade.crm.internal.rest.Tags;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.record.RecordDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Presents crm to the platform. */
@Component(service = Module.class)
public class CrmModule implements Module {

    private final List<Object> resources;
    private final Parties parties;
    private final Deals deals;
    private final LeadFront leads;
    private final PartyFront front;

    @Activate
    public CrmModule(
            @Reference Parties parties,
            @Reference PartyCards cards,
            @Reference PartyNotes notes,
            @Reference PartyRelationships relationships,
            @Reference PartySuspects suspects,
            @Reference PartyMatches matches,
            @Reference PartyMerges partyMerges,
            @Reference Merges merges,
            @Reference Tags tags,
            @Reference Duplicates duplicates,
            @Reference Imports imports,
            @Reference Exports exports,
            @Reference Deals deals,
            @Reference OpportunityVerbs opportunities,
            @Reference PipelineBoard board,
            @Reference Forecasts forecasts,
            @Reference PartyTimeline timeline,
            @Reference LeadFront leads,
            @Reference PartyFront front) {
        List<Object> all = new ArrayList<>(List.of(
                cards,
                notes,
                relationships,
                suspects,
                matches,
                partyMerges,
                merges,
                tags,
                duplicates,
                imports,
                exports,
                opportunities,
                board,
                forecasts,
                timeline));
        all.addAll(leads.resources());
        all.addAll(front.resources());
        resources = List.copyOf(all);
        this.parties = parties;
        this.deals = deals;
        this.leads = leads;
        this.front = front;
    }

    @Override
    public String id() {
        return "crm";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Contacts", "th", "ผู้ติดต่อ");
    }

    @Override
    public List<Permission> permissions() {
        List<Permission> all = new ArrayList<>(List.of(
                Permission.of(
                        MergeDesk.MERGE,
                        "Merge contacts that are the same, and take merges back",
                        "รวมผู้ติดต่อที่ซ้ำกัน และยกเลิกการรวม"),
                Permission.of(ImportDesk.RUN, "Import contacts", "นำเข้าผู้ติดต่อ"),
                Permission.of(ExportDesk.RUN, "Export contacts", "ส่งออกผู้ติดต่อ")));
        all.addAll(0, Parties.permissions());
        all.add(Permission.of(ForecastDesk.READ, "See sales forecasts", "ดูพยากรณ์ยอดขาย"));
        all.addAll(Deals.permissions());
        all.addAll(LeadFront.permissions());
        all.addAll(PartyFront.permissions());
        return List.copyOf(all);
    }

    @Override
    public List<RecordDesk<?, ?>> records() {
        List<RecordDesk<?, ?>> all = new ArrayList<>(List.of(parties.desk()));
        all.addAll(front.desks());
        all.addAll(deals.desks());
        all.addAll(leads.desks());
        return List.copyOf(all);
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
