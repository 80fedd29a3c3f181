package org.colonnade.crm.internal.reaction;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.colonnade.crm.api.event.PartyArchived;
import org.colonnade.crm.api.event.PartyChanged;
import org.colonnade.crm.api.event.PartyCreated;
import org.colonnade.crm.api.event.PartyEvent;
import org.colonnade.crm.api.event.PartyMerged;
import org.colonnade.crm.api.event.PartyRestored;
import org.colonnade.crm.api.event.PartyUnmerged;
import org.colonnade.crm.internal.CrmSettings;
import org.colonnade.crm.internal.store.DuplicateLook;
import org.colonnade.crm.internal.store.FactMemory;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.event.BulkReaction;
import org.colonnade.platform.api.event.Reaction;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the list of suspected duplicates up: looks again at each party that is new or has changed. */
@Component(service = Reaction.class)
public class DuplicateWatch implements BulkReaction<PartyEvent> {

    private static final int MOST = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final DuplicateLook look;

    @Activate
    public DuplicateWatch(@Reference CrmSettings settings, @Reference FactMemory memory) {
        PartyStore parties = new PartyStore(settings::phones);
        look = new DuplicateLook(parties, settings::phones, settings::check, settings::policy, memory);
    }

    @Override
    public String name() {
        return "crm.duplicate-watch";
    }

    @Override
    public String module() {
        return "crm";
    }

    @Override
    public List<Class<? extends PartyEvent>> events() {
        return List.of(
                PartyCreated.class,
                PartyChanged.class,
                PartyArchived.class,
                PartyRestored.class,
                PartyMerged.class,
                PartyUnmerged.class);
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    /** Whatever happened, what counts is how the parties are now; so a second time changes nothing. */
    @Override
    public void reactAll(List<PartyEvent> events, Work work) throws SQLException {
        Set<Long> concerned = new TreeSet<>();
        for (PartyEvent event : events) {
            concerned.add(StoredParty.id(event.party()));
            if (event instanceof PartyMerged merge) {
                merge.merged().forEach(party -> concerned.add(StoredParty.id(party)));
            } else if (event instanceof PartyUnmerged split) {
                split.merged().forEach(party -> concerned.add(StoredParty.id(party)));
            }
        }
        look.at(work, concerned);
    }
}
