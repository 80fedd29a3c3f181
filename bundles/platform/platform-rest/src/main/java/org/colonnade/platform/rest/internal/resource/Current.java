package org.colonnade.platform.rest.internal.resource;

import javax.servlet.http.HttpServletRequest;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** What CXF is working on, on this thread. */
final class Current {

    private Current() {}

    static Exchange exchange() {
        return PhaseInterceptorChain.getCurrentMessage().getExchange();
    }

    static HttpServletRequest request() {
        return (HttpServletRequest) exchange().getInMessage().get(AbstractHTTPDestination.HTTP_REQUEST);
    }
}
