package org.colonnade.platform.rest.internal.endpoint;

import org.apache.cxf.io.DelegatingInputStream;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Keeps CXF from reading the rest of a body before it answers (up to 16 MB): the front door throws it away after the answer, and does not
 * even ask for it where the caller waits to be told.
 */
final class BodyLeftAlone extends AbstractPhaseInterceptor<Message> {

    BodyLeftAlone() {
        super(Phase.RECEIVE);
    }

    @Override
    public void handleMessage(Message message) {
        message.removeContent(DelegatingInputStream.class);
    }
}
