package org.colonnade.platform.sheets.internal.xlsx;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.colonnade.platform.sheets.internal.Faults;
import org.colonnade.platform.sheets.internal.Limits;

/** A workbook's archive: which parts there are, and how large they may become. */
final class Workbook implements Closeable {

    private static final String MAIN = "/officeDocument";

    private final ZipFile zip;
    private final Limits limits;
    private final String main;
    private final Map<String, String> parts;
    private long unpacked;

    Workbook(Path file, Limits limits) throws IOException {
        this.limits = limits;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw Faults.broken("");
        }
        try {
            lookOver();
            main = main();
            parts = relations(main);
        } catch (IOException | RuntimeException failure) {
            zip.close();
            throw failure;
        }
    }

    /** Where the workbook itself is described. */
    Markup main(long most) throws IOException {
        return open(main, most);
    }

    /** The part with that relation, or null. */
    Markup related(String id, long most) throws IOException {
        String name = parts.get(id);
        return name == null ? null : open(name, most);
    }

    /** The part with a relation of that type, or null. */
    Markup ofType(String type, long most) throws IOException {
        String name = parts.get('*' + type);
        return name == null || zip.getEntry(name) == null ? null : open(name, most);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts what is unpacked, of all parts together. */
    void count(long bytes) {
        unpacked += bytes;
        if (unpacked > limits.unpacked()) {
            throw Faults.tooLarge("The workbook becomes too large when it is unpacked.");
        }
    }

    /** What the archive says of itself already may be too much; what it does not say is counted when it is unpacked. */
    private void lookOver() {
        if (zip.size() > limits.parts()) {
            throw Faults.tooLarge("The workbook has more than " + limits.parts() + " parts.");
        }
        Set<String> names = new HashSet<>();
        long all = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            long size = Math.max(0, entry.getSize());
            all += size;
            if (all > limits.unpacked() || size > Part.most(entry.getCompressedSize(), limits.ratio())) {
                throw Faults.tooLarge("The workbook becomes too large when it is unpacked.");
            }
            if (!names.add(entry.getName())) {
                throw Faults.broken(": it has two parts of one name");
            }
        }
    }

    private String main() throws IOException {
        for (Map.Entry<String, String> part : relations("").entrySet()) {
            if (part.getKey().startsWith("*") && part.getKey().endsWith(MAIN)) {
                return part.getValue();
            }
        }
        return "xl/workbook.xml";
    }

    private Markup open(String name, long most) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw Faults.broken(": a part is missing");
        }
        try {
            InputStream in = zip.getInputStream(entry);
            return new Markup(new Part(in, this, entry.getCompressedSize(), limits.ratio(), most));
        } catch (ZipException | FileNotFoundException broken) {
            throw Faults.broken("");
        }
    }

    /** The parts that a part points to: by id, and by type with a star in front. */
    private Map<String, String> relations(String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        String name = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
        Map<String, String> found = new HashMap<>();
        if (zip.getEntry(name) == null) {
            return found;
        }
        try (Markup xml = open(name, 1 << 24)) {
            while (xml.goTo("Relationship")) {
                String target = xml.attribute("Target");
                if (target != null && !"External".equals(xml.attribute("TargetMode"))) {
                    String path = resolve(part.substring(0, slash), target);
                    found.put(String.valueOf(xml.attribute("Id")), path);
                    found.putIfAbsent('*' + typeOf(xml.attribute("Type")), path);
                }
            }
        } catch (XMLStreamException broken) {
            throw Faults.broken("");
        }
        return found;
    }

    /** The last step of a type: the same in the two editions of the standard. */
    private static String typeOf(String type) {
        return type == null ? "" : type.substring(Math.max(0, type.lastIndexOf('/')));
    }

    private static String resolve(String folder, String target) {
        Deque<String> path = new ArrayDeque<>();
        List<String> steps = new ArrayList<>(List.of((target.startsWith("/") ? target : folder + target).split("/")));
        for (String step : steps) {
            if (step.equals("..")) {
                path.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.addLast(step);
            }
        }
        return String.join("/", path);
    }
}
