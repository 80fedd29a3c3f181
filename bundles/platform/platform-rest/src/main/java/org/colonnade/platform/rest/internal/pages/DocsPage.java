package org.colonnade.platform.rest.internal.pages;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.colonnade.platform.rest.internal.door.PublicPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code /docs}: Swagger UI over {@code /openapi.json}, from this bundle alone; {@code /} leads there. */
@Component
public final class DocsPage implements PublicPage {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, Leaf> LEAVES = Map.of(
            "/docs", new Leaf("index.html", "text/html;charset=utf-8"),
            "/docs/", new Leaf("index.html", "text/html;charset=utf-8"),
            "/docs/docs.js", new Leaf("docs.js", "text/javascript;charset=utf-8"),
            "/docs/swagger-ui-bundle.js", new Leaf("swagger-ui-bundle.js", "text/javascript;charset=utf-8"),
            "/docs/swagger-ui.css", new Leaf("swagger-ui.css", "text/css;charset=utf-8"),
            "/docs/favicon-32x32.png", new Leaf("favicon-32x32.png", "image/png"));

    private final Map<String, byte[]> read = new ConcurrentHashMap<>();
    private final Map<String, String> etags = new ConcurrentHashMap<>();

    /** Reads nothing before somebody looks. */
    @Activate
    public DocsPage() {
        // nothing to set
    }

    @Override
    public boolean isAt(String path) {
        return path.equals("/") || LEAVES.containsKey(path);
    }

    @Override
    public void show(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (path.equals("/")) {
            response.setStatus(HttpServletResponse.SC_FOUND);
            response.setHeader("Location", "/docs");
            return;
        }
        Leaf leaf = LEAVES.get(path);
        byte[] body = content(leaf.file);
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Cache-Control", "no-cache");
        Etags.send(request, response, etags.computeIfAbsent(leaf.file, file -> Etags.of(body)), leaf.mediaType, body);
    }

    private byte[] content(String file) throws IOException {
        byte[] known = read.get(file);
        if (known != null) {
            return known;
        }
        try (InputStream in = DocsPage.class.getResourceAsStream("/docs/" + file)) {
            if (in == null) {
                throw new IOException("The bundle lacks docs/" + file);
            }
            byte[] body = in.readAllBytes();
            read.put(file, body);
            return body;
        }
    }

    private record Leaf(String file, String mediaType) {}
}
