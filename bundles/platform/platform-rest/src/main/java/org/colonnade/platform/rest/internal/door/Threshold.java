package org.colonnade.platform.rest.internal.door;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.colonnade.platform.rest.internal.problem.ProblemText;
import org.colonnade.platform.rest.internal.problem.Refusal;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.eclipse.jetty.server.handler.ErrorHandler;

/**
 * Speaks for the server where a request does not even reach the door: it cannot be parsed, its head is too long, or the door is not there
 * yet. Without it these were pages of HTML. {@link Doorstep} lays it, and it takes its place when the server takes it in.
 */
public final class Threshold extends AbstractHandler {

    @Override
    public void setServer(Server server) {
        super.setServer(server);
        if (server != null) {
            Words words = new Words();
            // first, for a server that is starting starts its beans at once, and a started one takes no server any more
            words.setServer(server);
            server.setErrorHandler(words);
        }
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response) {
        // lets every request pass
    }

    private static Refusal refusal(int status) {
        String id = RequestId.of(null);
        return switch (status) {
            case 404 -> Refusal.of(503, "platform.starting", "The platform is starting; ask again shortly.", id)
                    .with("Retry-After", "2");
            case 414 -> Refusal.of(414, "platform.uri.too-long", "Path and query are too long.", id);
            case 431 -> Refusal.of(431, "platform.headers.too-long", "The headers are too long.", id);
            case 505 -> Refusal.of(505, "platform.http.version", "This version of HTTP is not spoken here.", id);
            default -> Refusal.of(
                    Math.max(400, status), "platform.request.malformed", "The request cannot be read.", id);
        };
    }

    private static final class Words extends ErrorHandler {

        @Override
        public ByteBuffer badMessageError(int status, String reason, HttpFields fields) {
            Refusal refusal = refusal(status);
            fields.put(HttpHeader.CONTENT_TYPE, ProblemText.MEDIA_TYPE);
            fields.put("X-Request-Id", refusal.text().requestId());
            return ByteBuffer.wrap(refusal.text().bytes());
        }

        @Override
        public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            base.setHandled(true);
            Refusal refusal = refusal(response.getStatus());
            CommonHeaders.set(response, refusal.text().requestId());
            Answers.refuse(refusal, response);
        }
    }
}
