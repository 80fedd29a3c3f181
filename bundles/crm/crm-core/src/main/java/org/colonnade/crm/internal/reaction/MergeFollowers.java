package org.colonnade.crm.internal.reaction;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.colonnade.crm.api.spi.PartyReferenceParticipant;
import org.colonnade.platform.api.event.Reaction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Gives every function that keeps references to parties a reaction by which it follows merges. */
@Component(
        immediate = true,
        service = {})
public class MergeFollowers {

    private final BundleContext context;
    private final MoveJournals journals;
    private final Map<PartyReferenceParticipant, ServiceRegistration<?>> followers = new ConcurrentHashMap<>();

    @Activate
    public MergeFollowers(BundleContext context, @Reference MoveJournals journals) {
        this.context = context;
        this.journals = journals;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "unfollow")
    void follow(PartyReferenceParticipant participant) {
        followers.put(
                participant, context.registerService(Reaction.class, new MergeFollower(participant, journals), null));
    }

    void unfollow(PartyReferenceParticipant participant) {
        ServiceRegistration<?> follower = followers.remove(participant);
        if (follower != null) {
            follower.unregister();
        }
    }

    @Deactivate
    void leave() {
        followers.keySet().forEach(this::unfollow);
    }
}
