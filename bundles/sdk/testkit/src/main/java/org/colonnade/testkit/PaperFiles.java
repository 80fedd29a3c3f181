package org.colonnade.testkit;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.colonnade.platform.api.job.JobFile;
import org.colonnade.platform.api.job.JobFiles;

/** The files of a job in a folder of a test; they go when the tests end. All count as made at the beginning of 1970. */
public final class PaperFiles implements JobFiles {

    private final String job;
    private final Path folder;
    private final Map<String, JobFile> complete = new TreeMap<>();

    /** @param folder is there */
    public PaperFiles(String job, Path folder) {
        this.job = job;
        this.folder = folder;
    }

    @Override
    public String job() {
        return job;
    }

    @Override
    public JobOutput write(String name, String contentType) throws IOException {
        return goOn(name, contentType, 0);
    }

    @Override
    public JobOutput goOn(String name, String contentType, long size) throws IOException {
        Path file = path(name);
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength(size);
        }
        file.toFile().deleteOnExit();
        FileOutputStream out = new FileOutputStream(file.toFile(), true);
        return new JobOutput() {
            @Override
            public void write(int b) throws IOException {
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public long secured() throws IOException {
                return Files.size(file);
            }

            @Override
            public JobFile complete() throws IOException {
                JobFile whole = new JobFile(name, contentType, Files.size(file), Instant.EPOCH);
                complete.put(name, whole);
                return whole;
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    @Override
    public InputStream read(String name) throws IOException {
        return Files.newInputStream(path(name));
    }

    /** Where a file of that name lies, or would lie. */
    @Override
    public Path path(String name) {
        return folder.resolve(name);
    }

    @Override
    public Optional<JobFile> find(String name) {
        return Optional.ofNullable(complete.get(name));
    }

    @Override
    public List<JobFile> all() {
        return List.copyOf(complete.values());
    }
}
