package org.colonnade.platform.webhooks.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.event.EventFilter;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.outbound.Outbound;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.webhooks.internal.domain.Subscriber;
import org.colonnade.platform.webhooks.internal.domain.SubscriberDraft;
import org.colonnade.platform.webhooks.internal.store.CursorRows;

/**
 * What subscribers need beyond their upkeep: a destination that may be called, and an owner who says alone what is sent where. Otherwise
 * somebody could have events that only the owner sees sent to a place of their own.
 */
final class SubscriberRules implements RecordRules<Subscriber, SubscriberDraft> {

    private final EventLog log;
    private final Outbound outbound;
    private final Owners owners;

    SubscriberRules(EventLog log, Outbound outbound, Owners owners) {
        this.log = log;
        this.outbound = outbound;
        this.owners = owners;
    }

    @Override
    public SubscriberDraft complete(SubscriberDraft draft) {
        return new SubscriberDraft(
                draft.name() == null ? null : draft.name().strip(),
                draft.url() == null ? null : draft.url().strip(),
                draft.events() == null
                        ? List.of()
                        : draft.events().stream().distinct().toList(),
                draft.owner(),
                draft.active());
    }

    @Override
    public void check(Fields faults, SubscriberDraft draft, Subscriber before) {
        if (draft.events().isEmpty()) {
            faults.wrong("events", "is required; * means all that the owner sees");
        }
        if (draft.events().size() > EventFilter.MOST) {
            faults.wrong("events", "has more than " + EventFilter.MOST + " entries");
        }
        for (int i = 0; i < Math.min(draft.events().size(), EventFilter.MOST); i++) {
            String pattern = draft.events().get(i);
            if (pattern == null || !EventFilter.valid(pattern)) {
                faults.wrong("events[" + i + "]", "is no event type such as crm.party.created, crm.party.* or crm.*");
            }
        }
        boolean moved = before == null || !before.url().equals(draft.url());
        if (faults.faults().isEmpty() && moved) {
            outbound.check(draft.url());
        }
    }

    @Override
    public Subscriber decide(Subscriber wanted, Subscriber before, Work work) {
        Actor actor = Caller.current().actor();
        Subscriber owned = wanted.owner() == null ? wanted.ownedBy(actor.ref()) : wanted;
        if (before == null || owned.sendsOtherwise(before)) {
            requireOwner(actor, owned.owner());
        }
        return owned;
    }

    @Override
    public void stored(Work work, Kept<Subscriber> before, Kept<Subscriber> after) throws SQLException {
        long id = Tsid.parse(after.id());
        if (before == null) {
            CursorRows.add(work, id, log.head());
        } else if (after.value().active() && !before.value().active()) {
            CursorRows.pause(work, id, null, null);
        }
    }

    /**
     * Lets only the owner pass, with all its rights: a token that may less would get by a webhook what it does not see itself.
     *
     * @throws Forbidden {@code webhooks.subscriber.not-owner}, {@code webhooks.subscriber.narrow-token}
     */
    void requireOwner(Actor actor, Ref owner) {
        Optional<Actor> account = actor.ref().equals(owner) ? owners.now(owner) : Optional.empty();
        if (account.isEmpty()) {
            throw new Forbidden(
                    "webhooks.subscriber.not-owner",
                    "Only the owner says what is sent where; whoever wants to change it makes themselves the owner.");
        }
        if (!actor.administrator()
                && (account.get().administrator()
                        || !actor.permissions().containsAll(account.get().permissions()))) {
            throw new Forbidden(
                    "webhooks.subscriber.narrow-token",
                    "This token allows less than its account, and a webhook acts with all rights of the account.");
        }
    }
}
