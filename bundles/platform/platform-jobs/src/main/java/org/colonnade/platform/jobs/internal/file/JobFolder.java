package org.colonnade.platform.jobs.internal.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.colonnade.platform.api.Tsid;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The folder {@code jobs} of the data folder: a folder for each job that has files, and the name of the place, by which nodes that share
 * a data folder know each other's files.
 */
@Component(service = JobFolder.class)
public final class JobFolder {

    private static final String NAME = "place";

    private final Path root;
    private volatile String place;

    @Activate
    public JobFolder(BundleContext context) {
        this(Path.of(Optional.ofNullable(context.getProperty("colonnade.home")).orElse("."))
                .resolve("jobs"));
    }

    public JobFolder(Path root) {
        this.root = root;
    }

    /** The name of this place; made when it is first asked for. */
    public String place() {
        String known = place;
        if (known == null) {
            try {
                known = readPlace();
            } catch (IOException failure) {
                throw new UncheckedIOException("The folder jobs of the data folder cannot be used", failure);
            }
            place = known;
        }
        return known;
    }

    /** The folder of a job; it may not be there. */
    Path of(long job) {
        return root.resolve(Tsid.text(job));
    }

    /** The folder of a job, made if it was not there. */
    Path made(long job) throws IOException {
        return Files.createDirectories(of(job));
    }

    /** Removes a job's files. */
    public void remove(long job) throws IOException {
        Path folder = of(job);
        for (Path file : list(folder)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    /** The files of a job as they lie there, whole or in part. */
    public List<Path> files(long job) throws IOException {
        return list(of(job));
    }

    /** What a file is called when it is whole. */
    public static String name(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(FolderFiles.PART) ? name.substring(0, name.length() - FolderFiles.PART.length()) : name;
    }

    /** Removes one file of a job, and what is there of it in part. */
    public void remove(long job, String name) throws IOException {
        Files.deleteIfExists(of(job).resolve(name));
        Files.deleteIfExists(of(job).resolve(name + FolderFiles.PART));
    }

    /** The bytes that lie in a job's folder, complete or not. */
    long size(long job) throws IOException {
        long size = 0;
        for (Path file : list(of(job))) {
            size += Files.size(file);
        }
        return size;
    }

    /** When a job's folder was last written into; the beginning of time if it is gone. */
    public Instant madeAt(long job) throws IOException {
        try {
            return Files.getLastModifiedTime(of(job)).toInstant();
        } catch (NoSuchFileException gone) {
            return Instant.EPOCH;
        }
    }

    /** The jobs that have a folder here. */
    public List<Long> jobs() throws IOException {
        List<Long> jobs = new ArrayList<>();
        for (Path folder : list(root)) {
            long job = Tsid.parse(folder.getFileName().toString());
            if (job >= 0 && Files.isDirectory(folder)) {
                jobs.add(job);
            }
        }
        return jobs;
    }

    private static List<Path> list(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        } catch (NoSuchFileException none) {
            return List.of();
        }
        return files;
    }

    private String readPlace() throws IOException {
        Files.createDirectories(root);
        Path file = root.resolve(NAME);
        String fresh = UUID.randomUUID().toString();
        if (!Files.exists(file)) {
            Path draft = root.resolve(NAME + '-' + fresh);
            try (FileChannel channel =
                    FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.US_ASCII.encode(fresh));
                channel.force(true);
            }
            try {
                // a link appears as a whole or not at all, and never in place of one that another node has made
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException another) {
                return Files.readString(file, StandardCharsets.US_ASCII).strip();
            } catch (UnsupportedOperationException noLinks) {
                Files.move(draft, file);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
        return Files.readString(file, StandardCharsets.US_ASCII).strip();
    }
}
