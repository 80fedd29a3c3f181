package org.colonnade.platform.api.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The files of one job. They lie in the data folder and not in the database, so a job that has files is run by the nodes that share that
 * folder. They go with the job.
 */
@ProviderType
public interface JobFiles {

    /** The id of the job that they belong to, or will belong to. */
    String job();

    /**
     * Writes a file from its beginning. It is there, in place of an earlier one of that name, as soon as it is completed; closing the
     * stream without that leaves what was written aside.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.job.file-name}
     * @throws org.colonnade.platform.api.problem.TooLarge {@code platform.job.files-too-large}, also while it is written
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.job.files-full}, also while it is written
     */
    JobOutput write(String name, String contentType) throws IOException;

    /**
     * Goes on with a file that an earlier run of the same job has begun: what lies behind the size is cut off. The size is one that
     * {@link JobOutput#secured} gave and that was kept with the checkpoint; 0 begins anew.
     *
     * @throws IOException if less than that is there
     */
    JobOutput goOn(String name, String contentType, long size) throws IOException;

    /** Copies what a caller sends into a file. The same problems as {@link #write}. */
    default JobFile keep(String name, String contentType, InputStream content) throws IOException {
        try (JobOutput out = write(name, contentType)) {
            content.transferTo(out);
            return out.complete();
        }
    }

    /** Reads a file; the caller closes the stream. {@code platform.job.file-not-found}, {@code platform.job.file-erased}. */
    InputStream read(String name) throws IOException;

    /** Where the file lies, for libraries that must jump about in it; to read only. The same problems as {@link #read}. */
    Path path(String name);

    /** The file, if it is complete. */
    Optional<JobFile> find(String name);

    /** All that are complete, by name. */
    List<JobFile> all();

    /** Writes one file. */
    abstract class JobOutput extends OutputStream {

        /** Sends what was written so far to the disk. @return how many bytes are safe there */
        public abstract long secured() throws IOException;

        /** The file is whole, and there from now on. Nothing can be written any more. */
        public abstract JobFile complete() throws IOException;
    }
}
