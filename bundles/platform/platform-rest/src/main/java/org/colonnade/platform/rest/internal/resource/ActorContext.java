package org.colonnade.platform.rest.internal.resource;

import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.message.Message;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;

/** Gives a resource method its {@code @Context Actor actor}. */
public final class ActorContext implements ContextProvider<Actor> {

    @Override
    public Actor createContext(Message message) {
        return Caller.current().actor();
    }
}
