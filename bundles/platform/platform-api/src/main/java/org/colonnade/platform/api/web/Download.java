package org.colonnade.platform.api.web;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A streamed answer: an export or a file.
 *
 * @param contentType the media type, with charset where it has one
 * @param fileName what a browser shall call it; null to show it in place
 * @param body writes the content; the stream is closed by the platform
 */
public record Download(String contentType, String fileName, Body body) {

    /** Writes the content. */
    @FunctionalInterface
    public interface Body {
        /** Writes all of it; does not close the stream. */
        void writeTo(OutputStream out) throws IOException;
    }
}
