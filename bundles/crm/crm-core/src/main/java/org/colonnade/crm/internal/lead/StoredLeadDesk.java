package org.colonnade.crm.internal.lead;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDesk;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PersonName;
import org.colonnade.crm.api.deal.Opportunity;
import org.colonnade.crm.api.deal.OpportunityDesk;
import org.colonnade.crm.api.deal.OpportunityDraft;
import org.colonnade.crm.api.event.LeadConverted;
import org.colonnade.crm.api.lead.Conversion;
import org.colonnade.crm.api.lead.ConversionWish;
import org.colonnade.crm.api.lead.Disqualification;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.api.lead.LeadDesk;
import org.colonnade.crm.api.lead.LeadState;
import org.colonnade.crm.api.lead.OpportunityWish;
import org.colonnade.crm.api.lead.ScoreExplanation;
import org.colonnade.crm.internal.CrmSettings;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.crm.internal.domain.lead.LeadPath;
import org.colonnade.crm.internal.domain.lead.LeadPath.Step;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Reach;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes leads along their way. */
@Component(service = LeadDesk.class)
public class StoredLeadDesk implements LeadDesk {

    private static final int LONGEST_REASON = 500;

    private final Tx tx;
    private final LeadRecords records;
    private final PartyDesk parties;
    private final PartyDirectory directory;
    private final CrmSettings settings;
    private final OpportunityDesk opportunities;

    @Activate
    public StoredLeadDesk(
            @Reference(target = "(module=crm)") Tx tx,
            @Reference LeadRecords records,
            @Reference PartyDesk parties,
            @Reference PartyDirectory directory,
            @Reference CrmSettings settings,
            @Reference OpportunityDesk opportunities) {
        this.tx = tx;
        this.records = records;
        this.parties = parties;
        this.directory = directory;
        this.settings = settings;
        this.opportunities = opportunities;
    }

    @Override
    public Kept<Lead> contact(Actor actor, String id, LongConsumer expected) {
        return walk(actor, id, expected, Step.CONTACT, null, "contacted");
    }

    @Override
    public Kept<Lead> qualify(Actor actor, String id, LongConsumer expected) {
        return walk(actor, id, expected, Step.QUALIFY, null, "qualified");
    }

    @Override
    public Kept<Lead> disqualify(Actor actor, String id, LongConsumer expected, Disqualification why) {
        actor.require(CHANGE);
        new Fields().required("reason", why.reason(), LONGEST_REASON).orReject("crm.lead.invalid");
        return walk(actor, id, expected, Step.DISQUALIFY, why.reason().strip(), "disqualified");
    }

    @Override
    public Kept<Lead> reopen(Actor actor, String id, LongConsumer expected) {
        return walk(actor, id, expected, Step.REOPEN, null, "reopened");
    }

    private Kept<Lead> walk(Actor actor, String id, LongConsumer expected, Step step, String reason, String action) {
        actor.require(CHANGE);
        return tx.write(work -> {
            Kept<Lead> lead = records.leads().locked(work, actor, id);
            expected.accept(lead.version());
            notArchived(lead);
            return records.put(work, lead, LeadPath.walk(lead.value(), step, reason, work.now()), action);
        });
    }

    private static void notArchived(Kept<Lead> lead) {
        if (lead.archived()) {
            throw new Conflict("crm.lead.archived", "The lead is archived; restore it before you change it.");
        }
    }

    @Override
    public Conversion convert(Actor actor, String id, LongConsumer expected, ConversionWish wish) {
        actor.require(CHANGE);
        check(wish);
        return tx.write(work -> {
            Kept<Lead> lead = records.leads().locked(work, actor, id);
            return lead.value().state() == LeadState.CONVERTED
                    ? converted(actor, lead, false, List.of())
                    : convert(work, actor, lead, expected, wish);
        });
    }

    private Conversion convert(Work work, Actor actor, Kept<Lead> lead, LongConsumer expected, ConversionWish wish)
            throws SQLException {
        expected.accept(lead.version());
        List<Conversion.Candidate> candidates = ready(work, actor, lead, wish);
        Party party = wish.party() == null ? parties.create(actor, draft(lead.value())) : named(actor, wish.party());
        OpportunityWish sale = wish.opportunity() == null ? null : complete(wish.opportunity(), lead.value());
        Ref opportunity = sale == null ? null : open(actor, lead, party.ref(), sale);
        Lead after = LeadPath.converted(lead.value(), party.ref(), opportunity, work.now());
        Kept<Lead> stored = records.put(work, lead, after, "converted");
        work.publish(new LeadConverted(LeadRecords.LEAD.ref(lead.id()), party.ref(), opportunity, sale));
        return converted(actor, stored, wish.party() == null, candidates);
    }

    private Ref open(Actor actor, Kept<Lead> lead, Ref party, OpportunityWish sale) {
        OpportunityDraft draft = new OpportunityDraft(
                sale.name(),
                party,
                null,
                sale.pipeline() == null ? null : new Ref("crm", "pipeline", sale.pipeline()),
                null,
                sale.amount(),
                null,
                null,
                null,
                null,
                lead.value().source(),
                null,
                lead.value().interest());
        Kept<Opportunity> opened = opportunities.ofLead(actor, LeadRecords.LEAD.ref(lead.id()), draft);
        return new Ref("crm", "opportunity", opened.id());
    }

    /** Whether the step may be taken; and who it may be, where nobody is named. */
    private List<Conversion.Candidate> ready(Work work, Actor actor, Kept<Lead> lead, ConversionWish wish) {
        notArchived(lead);
        LeadPath.walk(lead.value(), Step.CONVERT, null, work.now());
        return wish.party() == null ? Lookalikes.of(directory, settings.phones(), actor, lead.value()) : List.of();
    }

    private Conversion converted(Actor actor, Kept<Lead> lead, boolean created, List<Conversion.Candidate> candidates) {
        Lead value = lead.value();
        return new Conversion(
                lead.id(), value.party(), called(actor, value.party()), value.opportunity(), created, candidates);
    }

    /** The party's name, for those in whose view it is. */
    private String called(Actor actor, Ref party) {
        boolean hidden = actor.reach(PartyDirectory.READ) != Reach.ALL
                && directory.find(actor, party).isEmpty();
        return hidden ? party.id() : directory.displayName(party);
    }

    @Override
    public Conversion preview(Actor actor, String id, ConversionWish wish) {
        actor.require(CHANGE);
        check(wish);
        return tx.read(work -> {
            Kept<Lead> lead = records.leads().changeable(work, actor, id);
            if (lead.value().state() == LeadState.CONVERTED) {
                return converted(actor, lead, false, List.of());
            }
            List<Conversion.Candidate> candidates = ready(work, actor, lead, wish);
            Party party = wish.party() == null ? null : named(actor, wish.party());
            return new Conversion(
                    id,
                    party == null ? null : party.ref(),
                    party == null ? lead.value().displayName() : party.displayName(),
                    null,
                    party == null,
                    candidates);
        });
    }

    private static void check(ConversionWish wish) {
        Fields faults = new Fields();
        OpportunityWish sale = wish.opportunity();
        if (sale != null) {
            faults.optional("opportunity.name", sale.name(), 200);
            if (!Texts.blank(sale.pipeline()) && Tsid.parse(sale.pipeline()) < 0) {
                faults.wrong("opportunity.pipeline", "is no pipeline's id");
            }
            if (sale.amount() != null && sale.amount().signum() < 0) {
                faults.wrong("opportunity.amount", "is not negative");
            }
        }
        faults.orReject("crm.lead.invalid");
    }

    private Party named(Actor actor, String id) {
        try {
            Party party = directory.get(actor, id);
            if (!party.archived()) {
                return party;
            }
        } catch (NotFound none) {
            // refused below: the lead is there, what was named is not
        }
        throw new Rejected("crm.lead.invalid", "One field is not right.").field("party", "is no contact that is there");
    }

    private static OpportunityWish complete(OpportunityWish wish, Lead lead) {
        return new OpportunityWish(
                Texts.blank(wish.name()) ? lead.displayName() : wish.name().strip(),
                wish.amount() == null ? lead.value() : wish.amount(),
                Texts.orNull(wish.pipeline()));
    }

    private static PartyDraft draft(Lead lead) {
        List<ContactPoint> points = new ArrayList<>();
        if (lead.email() != null) {
            points.add(ContactPoint.of(ContactType.EMAIL, lead.email()));
        }
        if (lead.phone() != null) {
            points.add(ContactPoint.of(ContactType.PHONE, lead.phone()));
        }
        boolean person = lead.givenName() != null || lead.familyName() != null || lead.organisation() == null;
        boolean named = lead.givenName() != null || lead.familyName() != null;
        return PartyDraft.nobody(person ? PartyKind.PERSON : PartyKind.ORGANISATION)
                .revised()
                .displayName(person && !named ? lead.displayName() : null)
                .name(named ? PersonName.of(lead.givenName(), lead.familyName()) : null)
                .organisation(lead.organisation())
                .contactPoints(points)
                .draft();
    }

    @Override
    public ScoreExplanation explain(Actor actor, String id, Instant at) {
        actor.require(READ);
        return tx.read(work -> {
            records.leads().read(actor, id);
            return Scoring.explain(work, id, at == null ? work.now() : at);
        });
    }
}
