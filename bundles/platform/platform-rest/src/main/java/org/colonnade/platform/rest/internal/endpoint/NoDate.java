package org.colonnade.platform.rest.internal.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.ws.rs.core.HttpHeaders;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Keeps CXF from formatting a {@code Date} for every answer, which costs more than writing a small one: it leaves one alone that is there,
 * {@link org.colonnade.platform.rest.internal.resource.AnswerForm} takes this one off, and the server adds its own, made once a second.
 */
final class NoDate extends AbstractPhaseInterceptor<Message> {

    NoDate() {
        super(Phase.SETUP);
    }

    @Override
    public void handleMessage(Message message) {
        Map<String, List<Object>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put(HttpHeaders.DATE, new ArrayList<>(List.of("-")));
        message.put(Message.PROTOCOL_HEADERS, headers);
    }
}
