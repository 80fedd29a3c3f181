package org.colonnade.platform.rest.internal.resource;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyWriter;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.rest.internal.door.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Streams a download. When it breaks in the middle the connection is cut: a part must not look like the whole. */
public final class Downloads implements MessageBodyWriter<Download> {

    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return Download.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Download download,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        HttpServletRequest request = Current.request();
        if (HttpMethod.HEAD.equals(request.getMethod())) {
            return;
        }
        Visit visit = Visit.of(request);
        Attended attended = new Attended(out, visit);
        try {
            download.body().writeTo(attended);
        } catch (IOException | RuntimeException e) {
            broke(e, attended, visit);
        }
    }

    /** Before the first byte the caller can still be told; after it the answer can only be cut off. */
    private static void broke(Exception e, Attended attended, Visit visit) throws IOException {
        if (visit.abandoned()) {
            return;
        }
        if (!attended.begun) {
            if (e instanceof IOException io) {
                throw io;
            }
            throw (RuntimeException) e;
        }
        LOG.error("Request {}: a download broke in the middle", visit.requestId(), e);
        visit.cut();
    }

    /** Stops the writing as soon as nobody reads any more. */
    private static final class Attended extends FilterOutputStream {

        private final Visit visit;
        private boolean begun;

        Attended(OutputStream out, Visit visit) {
            super(out);
            this.visit = visit;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            begun = true;
            out.write(bytes, offset, length);
            if (visit.abandoned()) {
                throw new IOException("nobody reads any more");
            }
        }

        @Override
        public void close() {
            // the platform closes the answer itself
        }
    }
}
