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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /health/live} tells that the process answers, {@code /health/ready} whether it can do its work. */
@Component
public final class HealthPage implements PublicPage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIVE = "/health/live";
    private static final String READY = "/health/ready";

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
        ObjectNode body = JSON.createObjectNode();
        if (path.equals(LIVE)) {
            body.put("status", "up");
        } else {
            List<Ward.Seen> seen = ward.round();
            boolean ready = seen.stream().noneMatch(one -> one.finding().level() == Level.FAILED);
            response.setStatus(ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            if (!ready) {
                response.setHeader("Retry-After", "2");
            }
            body.put("status", ready ? "ready" : "not-ready");
            list(seen, body.putArray("findings"));
        }
        Answers.send(response, "application/json", JSON.writeValueAsBytes(body));
    }

    private static void list(List<Ward.Seen> seen, ArrayNode findings) {
        for (Ward.Seen one : seen) {
            ObjectNode finding = findings.addObject()
                    .put("name", one.name())
                    .put("level", one.finding().level().name());
            finding.put("sentence", one.finding().sentence());
            if (!one.finding().mend().isEmpty()) {
                finding.put("mend", one.finding().mend());
            }
        }
    }
}
