package org.colonnade.platform.records.internal;

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
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.job.JobFile;
import org.colonnade.platform.api.job.JobFiles;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.RunEnded;
import org.colonnade.platform.api.store.Work;

/** A job's run whose files lie in a folder; can be cut off after some steps, and gone on with. */
final class PaperRun implements JobRun, JobFiles {

    private final Path folder;
    private final String id;
    private final String input;
    private final Map<String, JobFile> complete = new TreeMap<>();
    private String checkpoint;
    private String result;
    private int stepsLeft = Integer.MAX_VALUE;

    PaperRun(Path folder, String id, String input) {
        this.folder = folder;
        this.id = id;
        this.input = input;
    }

    PaperRun cutAfter(int steps) {
        stepsLeft = steps;
        return this;
    }

    String outcome() {
        return result;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String input() {
        return input;
    }

    @Override
    public Actor actor() {
        return Sample.KEEPER;
    }

    @Override
    public String checkpoint() {
        return checkpoint;
    }

    @Override
    public int attempt() {
        return 1;
    }

    @Override
    public JobFiles files() {
        return this;
    }

    @Override
    public void progress(Work work, long done, long total, String next) {
        progress(done, total, next);
    }

    @Override
    public void progress(long done, long total, String next) {
        checkpoint = next == null ? checkpoint : next;
    }

    @Override
    public void message(String text) {}

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public void goOn() {
        if (stepsLeft-- == 0) {
            throw new RunEnded("cut off");
        }
    }

    @Override
    public void result(String json) {
        result = json;
    }

    @Override
    public String job() {
        return id;
    }

    @Override
    public JobOutput write(String name, String contentType) throws IOException {
        return goOn(name, contentType, 0);
    }

    @Override
    public JobOutput goOn(String name, String contentType, long size) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength(size);
        }
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
