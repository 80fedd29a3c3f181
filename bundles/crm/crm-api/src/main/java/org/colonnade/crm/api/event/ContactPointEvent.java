package org.colonnade.crm.api.event;

import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.event.DomainEvent;

/** It turned out whether a party can be reached by a contact point. The address itself is not told; whoever may see it asks for it. */
public sealed interface ContactPointEvent extends DomainEvent permits ContactPointVerified, ContactPointBounced {

    /** The party. */
    Ref party();

    /** The contact point's id within its party. */
    String point();

    @Override
    default Ref subject() {
        return party();
    }
}
