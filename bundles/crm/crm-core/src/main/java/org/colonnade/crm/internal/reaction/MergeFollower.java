package org.colonnade.crm.internal.reaction;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.event.PartyEvent;
import org.colonnade.crm.api.event.PartyMerged;
import org.colonnade.crm.api.event.PartyReferencesMoved;
import org.colonnade.crm.api.event.PartyUnmerged;
import org.colonnade.crm.api.spi.PartyReferenceParticipant;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.Reaction;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Work;

/**
 * Lets another function follow merges: a reaction in that function's own transaction, with a cursor of its own, so a function that is
 * stopped or comes later follows when it is there. What it did goes back to crm as an event.
 */
final class MergeFollower implements Reaction<PartyEvent> {

    private final PartyReferenceParticipant participant;
    private final MoveJournals journals;

    MergeFollower(PartyReferenceParticipant participant, MoveJournals journals) {
        this.participant = participant;
        this.journals = journals;
    }

    @Override
    public String name() {
        return participant.name() + ".follows-merges";
    }

    @Override
    public String module() {
        return participant.module();
    }

    @Override
    public List<Class<? extends PartyEvent>> events() {
        return List.of(PartyMerged.class, PartyUnmerged.class);
    }

    @Override
    public void react(PartyEvent event, Work work) throws SQLException {
        if (event instanceof PartyMerged merge) {
            Map<String, String> done = new LinkedHashMap<>();
            for (Ref party : merge.merged()) {
                done.put(party.id(), participant.move(party, merge.party(), work));
            }
            work.publish(new PartyReferencesMoved(merge.record(), participant.name(), done, false));
        } else if (event instanceof PartyUnmerged split) {
            putBack(split, work);
        }
    }

    private void putBack(PartyUnmerged split, Work work) throws SQLException {
        Map<String, String> done = journals.of(split.record(), participant.name());
        if (done.isEmpty()) {
            throw new Unavailable(
                    "crm.merge.not-recorded",
                    "What was moved is not written down yet; it is tried again.",
                    Duration.ofSeconds(1));
        }
        for (int i = split.merged().size() - 1; i >= 0; i--) {
            Ref party = split.merged().get(i);
            participant.putBack(party, split.party(), done.getOrDefault(party.id(), ""), work);
        }
        work.publish(new PartyReferencesMoved(split.record(), participant.name(), Map.of(), true));
    }
}
