package org.colonnade.platform.rest.internal.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.colonnade.platform.api.admin.HealthCheck.Level;
import org.colonnade.platform.rest.internal.door.Answers;
import org.colonnade.platform.rest.internal.door.PublicPage;
import org.colonnade.platform.rest.internal.problem.ProblemText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /health/live} tells that the process answers, {@code /health/ready} whether it can do its work. */
@Component
public final class HealthPage implements PublicPage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIVE = "/health/live";
    private static final String READY = "/health/ready";
    private static final String NOT_READY = "platform.not-ready";

    private final Ward ward;

    @Activate
    public HealthPage(@Reference Ward ward) {
        this.ward = ward;
    }

    @Override
    public boolean isAt(String path) {
        return path.equals(LIVE) || path.equals(READY);
    }

    @Override
    public void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (path.equals(LIVE)) {
            send(response, "application/json", JSON.createObjectNode().put("status", "up"));
            return;
        }
        List<Ward.Seen> seen = ward.round();
        boolean ready = seen.stream().noneMatch(one -> one.finding().level() == Level.FAILED);
        ObjectNode body = ready ? JSON.createObjectNode().put("status", "ready") : notReady(response);
        list(seen, body.putArray("findings"));
        send(response, ready ? "application/json" : ProblemText.MEDIA_TYPE, body);
    }

    /** Not ready is a problem like any other (RFC 9457), with the findings beside it. */
    private static ObjectNode notReady(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "2");
        return JSON.createObjectNode()
                .put("type", ProblemText.TYPE + NOT_READY)
                .put("title", "Service Unavailable")
                .put("status", HttpServletResponse.SC_SERVICE_UNAVAILABLE)
                .put(
                        "detail",
                        "Something that the platform needs does not work; colonnade:doctor on the console says why and how to mend it.")
                .put("code", NOT_READY);
    }

    private static void send(HttpServletResponse response, String mediaType, ObjectNode body) throws IOException {
        Answers.send(response, mediaType, JSON.writeValueAsBytes(body));
    }

    /** Which check says what. Anybody may ask, so why it is so and what to do are told on the console only. */
    private static void list(List<Ward.Seen> seen, ArrayNode findings) {
        for (Ward.Seen one : seen) {
            findings.addObject()
                    .put("name", one.name())
                    .put("level", one.finding().level().name());
        }
    }
}
