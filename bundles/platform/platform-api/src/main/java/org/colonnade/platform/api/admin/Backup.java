package org.colonnade.platform.api.admin;

import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Copies the database while it runs. */
@ProviderType
public interface Backup {

    /**
     * Writes a consistent copy.
     *
     * @param file the file to write; it must not exist yet
     * @return the file
     * @throws org.colonnade.platform.api.problem.Conflict {@code platform.backup.exists}, {@code platform.backup.not-here} where the
     *     database is none that the platform itself can copy; the sentence says what to use
     */
    Path write(Path file);
}
