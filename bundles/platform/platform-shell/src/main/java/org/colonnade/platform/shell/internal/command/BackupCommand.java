package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.colonnade.platform.api.admin.Backup;

/** Copies the database while it runs; {@code ./colonnade backup} packs the copy together with the configuration. */
@Service
@Command(scope = "colonnade", name = "backup", description = "Writes a consistent copy of the database while it runs")
public final class BackupCommand extends HouseCommand {

    @Argument(name = "file", description = "the file to write; it must not exist yet", required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Override
    void run(PrintStream out) {
        Path written = house().the(Backup.class, "backups").write(path(file));
        out.println("The copy is " + written);
        out.println(
                "Its sealed secrets open with vault-key (or second-factor-key) of the data folder only: keep that file with it.");
    }
}
