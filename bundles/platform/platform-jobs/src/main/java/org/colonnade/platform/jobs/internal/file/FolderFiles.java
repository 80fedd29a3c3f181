package org.colonnade.platform.jobs.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.job.JobFile;
import org.colonnade.platform.api.job.JobFiles;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.jobs.internal.JobsSettings;
import org.colonnade.platform.jobs.internal.domain.DraftRule;
import org.colonnade.platform.jobs.internal.store.ErasureRows;
import org.colonnade.platform.jobs.internal.store.FileRows;

/** The files of one job in its folder; which of them are complete stands in the database. */
public final class FolderFiles implements JobFiles {

    static final String PART = ".part";

    private final JobFolder folder;
    private final Tx tx;
    private final JobsSettings settings;
    private final long job;
    private final Runnable first;
    private boolean begun;

    /** @param first is called before the first byte is written */
    public FolderFiles(JobFolder folder, Tx tx, JobsSettings settings, long job, Runnable first) {
        this.folder = folder;
        this.tx = tx;
        this.settings = settings;
        this.job = job;
        this.first = first;
    }

    @Override
    public String job() {
        return Tsid.text(job);
    }

    @Override
    public JobOutput write(String name, String contentType) throws IOException {
        return goOn(name, contentType, 0);
    }

    @Override
    public JobOutput goOn(String name, String contentType, long size) throws IOException {
        DraftRule.checkFile(name, contentType);
        begin();
        Path file = folder.made(job).resolve(name);
        Path part = file.resolveSibling(name + PART);
        if (size > 0 && !Files.exists(part) && Files.exists(file)) {
            // an earlier run came to its end, but its job did not
            Files.move(file, part);
        }
        FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.size() < size) {
                throw new IOException("Of the file " + name + " there are " + channel.size() + " bytes, not " + size);
            }
            channel.truncate(size).position(size);
            return new PartFile(channel, size, room(), () -> complete(part, file, contentType));
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    @Override
    public InputStream read(String name) throws IOException {
        try {
            return Channels.newInputStream(FileChannel.open(path(name), StandardOpenOption.READ));
        } catch (NoSuchFileException gone) {
            throw missing(name);
        }
    }

    @Override
    public Path path(String name) {
        Path file = folder.of(job)
                .resolve(find(name).orElseThrow(() -> missing(name)).name());
        if (!Files.exists(file)) {
            String place = tx.read(work -> FileRows.place(work, job));
            throw place == null || place.equals(folder.place())
                    ? missing(name)
                    : new Unavailable(
                            "platform.job.elsewhere",
                            "The file lies with another node; ask there, or let the nodes share one data folder.",
                            Duration.ofSeconds(30));
        }
        return file;
    }

    @Override
    public Optional<JobFile> find(String name) {
        return name == null ? Optional.empty() : tx.read(work -> FileRows.find(work, job, name));
    }

    @Override
    public List<JobFile> all() {
        return tx.read(work -> FileRows.of(work, job));
    }

    private void begin() {
        if (!begun) {
            first.run();
            begun = true;
        }
    }

    /** How much the files of this job may still grow. */
    private Room room() throws IOException {
        long all = tx.read(FileRows::size);
        return new Room(
                settings.now().jobBytes() - folder.size(job), settings.now().folderBytes() - all);
    }

    private JobFile complete(Path part, Path file, String contentType) throws IOException {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        long size = Files.size(file);
        return tx.write(work -> {
            JobFile complete = new JobFile(file.getFileName().toString(), contentType, size, work.now());
            FileRows.put(work, job, complete);
            return complete;
        });
    }

    private NotFound missing(String name) {
        if (name != null && tx.read(work -> ErasureRows.erased(work, job, name))) {
            return new NotFound(
                    "platform.job.file-erased", "The file was removed because it held a person that was erased.");
        }
        return new NotFound(
                "platform.job.file-not-found",
                "The job has no file " + (name == null || name.length() > 100 ? "of that name" : "'" + name + "'")
                        + ".");
    }

    /** Bytes that are left for this job, and for all jobs together. */
    record Room(long ofJob, long ofAll) {}
}
