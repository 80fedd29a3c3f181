package org.colonnade.platform.api.job;

import java.util.Objects;

/**
 * A job to be. It runs on behalf of the caller that submits it, with the rights that both the caller has now and the account still has
 * when it runs.
 *
 * @param kind the kind of work: {@link JobWorker#kind()}
 * @param title what people call this one, up to 200 characters
 * @param input JSON text that its worker understands, up to 1 MiB; {@code {}} where there is nothing to say
 * @param priority who goes first
 * @param files what {@link Jobs#prepare} gave, with the files in it; null where it needs none
 */
public record JobDraft(String kind, String title, String input, JobPriority priority, JobFiles files) {

    public JobDraft {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(priority, "priority");
    }

    /** A job that somebody waits for, without files. */
    public static JobDraft of(String kind, String title, String input) {
        return new JobDraft(kind, title, input, JobPriority.NORMAL, null);
    }

    /** The same, with the files that were prepared. */
    public JobDraft with(JobFiles prepared) {
        return new JobDraft(kind, title, input, priority, prepared);
    }

    /** The same, for when nothing else wants to run. */
    public JobDraft inTheBackground() {
        return new JobDraft(kind, title, input, JobPriority.LOW, files);
    }
}
