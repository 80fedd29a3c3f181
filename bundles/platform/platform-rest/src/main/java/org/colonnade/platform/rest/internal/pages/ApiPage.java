package org.colonnade.platform.rest.internal.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.colonnade.platform.rest.internal.door.PublicPage;
import org.colonnade.platform.rest.internal.endpoint.Switchboard;
import org.colonnade.platform.rest.internal.openapi.ApiDocument;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /openapi.json}: written anew when something came or went. */
@Component
public final class ApiPage implements PublicPage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Switchboard switchboard;
    private final ApiDocument document = new ApiDocument(version());
    private volatile Written written;

    @Activate
    public ApiPage(@Reference Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    @Override
    public boolean isAt(String path) {
        return path.equals("/openapi.json");
    }

    @Override
    public void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Written now = written();
        response.setHeader("Cache-Control", "no-cache");
        Etags.send(request, response, now.etag, "application/json", now.body);
    }

    private Written written() throws IOException {
        Written now = written;
        long edition = switchboard.edition();
        if (now == null || now.edition != edition) {
            byte[] body = JSON.writeValueAsBytes(document.of(switchboard.answering()));
            now = new Written(edition, body, Etags.of(body));
            written = now;
        }
        return now;
    }

    private static String version() {
        var bundle = FrameworkUtil.getBundle(ApiPage.class);
        return bundle == null ? "0" : bundle.getVersion().toString();
    }

    private record Written(long edition, byte[] body, String etag) {}
}
