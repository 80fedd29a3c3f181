package org.colonnade.platform.rest.internal.door;

import java.io.IOException;
import javax.servlet.http.HttpServletResponse;
import org.colonnade.platform.rest.internal.problem.ProblemText;
import org.colonnade.platform.rest.internal.problem.Refusal;

/** Writes the door's own answers. */
public final class Answers {

    private Answers() {}

    static void refuse(Refusal refusal, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(refusal.text().status());
        refusal.headers().forEach(response::setHeader);
        send(response, ProblemText.MEDIA_TYPE, refusal.text().bytes());
    }

    /** One body in one piece. */
    public static void send(HttpServletResponse response, String mediaType, byte[] body) throws IOException {
        response.setContentType(mediaType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
