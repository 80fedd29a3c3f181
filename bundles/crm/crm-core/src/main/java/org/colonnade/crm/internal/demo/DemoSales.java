package org.colonnade.crm.internal.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.deal.Closing;
import org.colonnade.crm.api.deal.OpportunityDesk;
import org.colonnade.crm.api.deal.OpportunityDraft;
import org.colonnade.crm.api.deal.StageMove;
import org.colonnade.crm.internal.deal.Deals;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.admin.DemoData;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the tea company sells: opportunities with its customers, some of them decided. */
@Component(service = DemoData.class)
public class DemoSales implements DemoData {

    private static final Actor DEMO = Actor.system("demo");
    private static final String SOURCE = "demo";
    private static final List<String> STAGES = List.of("qualification", "needs", "proposal", "negotiation");
    private static final List<String> NAMES = List.of(
            "House tea for the lobby",
            "Jasmine for the whole year",
            "Gift boxes for New Year",
            "Cold brew for the summer",
            "Oolong tasting",
            "Refill of the canteens",
            "Export trial, one pallet",
            "Label of their own");

    private final DemoContacts contacts;
    private final PartyDirectory directory;
    private final Deals deals;
    private final OpportunityDesk desk;
    private final Tx tx;

    @Activate
    public DemoSales(
            @Reference DemoContacts contacts,
            @Reference PartyDirectory directory,
            @Reference Deals deals,
            @Reference OpportunityDesk desk,
            @Reference(target = "(module=crm)") Tx tx) {
        this.contacts = contacts;
        this.directory = directory;
        this.deals = deals;
        this.desk = desk;
        this.tx = tx;
    }

    @Override
    public String module() {
        return "crm";
    }

    /** All or nothing; the source tells whether it was done. */
    @Override
    public String load() {
        boolean there = !deals.opportunities()
                .list(DEMO, new RecordQuery("source==" + SOURCE, null, null, "all", null, new PageRequest(1, null)))
                .items()
                .isEmpty();
        if (there) {
            return "Its opportunities are there already.";
        }
        contacts.load();
        List<Party> buyers = directory
                .search(DEMO, new PartyQuery(null, PartyKind.ORGANISATION, null, false), new PageRequest(50, null))
                .items();
        tx.write(work -> {
            LocalDate today = LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
            for (int i = 0; i < NAMES.size(); i++) {
                opportunity(i, buyers.isEmpty() ? null : buyers.get(i % buyers.size()).ref(), today);
            }
            return null;
        });
        return NAMES.size() + " opportunities are there now.";
    }

    private void opportunity(int number, Ref buyer, LocalDate today) {
        Money amount = Money.of(4_500 * (number + 1) + ".00", number % 3 == 2 ? "EUR" : "THB");
        OpportunityDraft draft = new OpportunityDraft(
                NAMES.get(number),
                buyer,
                null,
                null,
                null,
                amount,
                today.plusDays(12L * (number + 1)),
                null,
                null,
                null,
                SOURCE,
                null,
                null);
        String id = desk.create(DEMO, draft).id();
        desk.move(DEMO, id, version -> {}, new StageMove(STAGES.get(number % STAGES.size()), null));
        if (number == 3) {
            desk.win(DEMO, id, version -> {}, new Closing(null, null));
        } else if (number == 5) {
            desk.lose(DEMO, id, version -> {}, new Closing(null, "Price"));
        }
    }
}
