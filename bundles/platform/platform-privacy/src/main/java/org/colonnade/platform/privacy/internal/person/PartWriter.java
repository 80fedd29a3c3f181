package org.colonnade.platform.privacy.internal.person;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.PersonalExport;
import org.colonnade.platform.api.privacy.PersonalItem;
import org.colonnade.platform.privacy.internal.Json;

/** One function's part of an export, written into a file: its records as one JSON document, and its files beside it. */
final class PartWriter implements PersonalExport, Closeable {

    private static final int LONGEST_NAME = 100;

    private final String module;
    private final Path zipFile;
    private final Path dataFile;
    private final ZipOutputStream zip;
    private final JsonGenerator data;
    private long records;
    private long files;
    private boolean open = true;

    PartWriter(String module) throws IOException {
        this.module = module;
        zipFile = Files.createTempFile("colonnade-export", ".zip");
        dataFile = Files.createTempFile("colonnade-export", ".json");
        zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zipFile)));
        data = Json.MAPPER.createGenerator(new BufferedOutputStream(Files.newOutputStream(dataFile)));
        data.writeStartObject();
        data.writeStringField("module", module);
        data.writeArrayFieldStart("records");
    }

    @Override
    public void record(PersonalItem item) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", item.kind());
        fields.put("ref", item.ref());
        fields.put("purpose", item.purpose());
        fields.put("fields", plain(item.fields()));
        Json.MAPPER.writeValue(data, fields);
        records++;
    }

    @Override
    public void file(Ref record, String name, String mediaType, InputStream content) throws IOException {
        String path = module + "/files/" + ++files + '-' + fileName(name);
        zip.putNextEntry(new ZipEntry(path));
        content.transferTo(zip);
        zip.closeEntry();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", "file");
        entry.put("ref", record);
        entry.put("name", name);
        entry.put("mediaType", mediaType);
        entry.put("path", path);
        Json.MAPPER.writeValue(data, entry);
    }

    /** Ends the part; afterwards {@link #zip} holds all of it. */
    void finish() throws IOException {
        data.writeEndArray();
        data.writeEndObject();
        data.close();
        zip.putNextEntry(new ZipEntry(module + "/data.json"));
        Files.copy(dataFile, zip);
        zip.closeEntry();
        zip.close();
        open = false;
    }

    Path zip() {
        return zipFile;
    }

    long records() {
        return records;
    }

    @Override
    public void close() throws IOException {
        try {
            if (open) {
                data.close();
                zip.close();
            }
        } finally {
            Files.deleteIfExists(dataFile);
            Files.deleteIfExists(zipFile);
        }
    }

    /** Only values of Java's own classes: those of a function would be remembered when it is gone. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((name, one) -> plain.put(String.valueOf(name), plain(one)));
            return plain;
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(PartWriter::plain).collect(Collectors.toCollection(ArrayList::new));
        }
        boolean own = value == null
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Temporal
                || value instanceof Ref;
        return own ? value : String.valueOf(value);
    }

    /** A name that no unpacker takes for a path. */
    private static String fileName(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceAll("^[. ]+", "_");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }
}
