package org.colonnade.platform.rest.internal.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import javax.ws.rs.Consumes;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import org.colonnade.platform.api.web.Download;
import org.colonnade.platform.api.web.JsonBody;
import org.colonnade.platform.api.web.MergePatch;

/**
 * Reads and writes the records of the resources. Writes a body in one piece with its length, so that an answer is one packet, and what
 * goes wrong in writing can still be told.
 */
@Consumes({"application/json", "application/merge-patch+json"})
@Produces({"application/json", "application/problem+json"})
public final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    private final StrictJson json;

    public JsonBodies(StrictJson json) {
        this.json = json;
    }

    /** Whether values of this type travel as JSON; everything else is bytes. */
    public static boolean isJson(Class<?> type) {
        return type != byte[].class
                && type != void.class
                && !Download.class.isAssignableFrom(type)
                && !StreamingOutput.class.isAssignableFrom(type)
                && !InputStream.class.isAssignableFrom(type)
                && !Reader.class.isAssignableFrom(type);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return isJson(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(type, generic, body);
    }

    /** Reads what a resource method takes; the same problems as {@link StrictJson#read}. */
    public Object read(Class<?> type, Type generic, InputStream body) throws IOException {
        if (JsonBody.class == type) {
            return TreeBody.read(json, body);
        }
        return MergePatch.class == type ? TreePatch.read(json, body) : json.read(body, generic);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return isJson(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        byte[] bytes = bytes(value);
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, bytes.length);
        out.write(bytes, 0, bytes.length);
    }

    /** What a resource method answered, whole. */
    public byte[] bytes(Object value) throws IOException {
        return json.write(value);
    }
}
