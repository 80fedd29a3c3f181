package org.colonnade.platform.shell.internal.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colonnade.platform.api.admin.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Looks at the space where the data lies. Little of it is a warning: what cannot be stored is refused, reading goes on. */
@Component
public final class DiskCheck implements HealthCheck {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long LITTLE = 1024 * MEGABYTE;

    private final Space space;

    @Activate
    public DiskCheck(BundleContext context) {
        Path home = Path.of(context.getProperty("colonnade.home"));
        this.space = () -> Files.getFileStore(home).getUsableSpace();
    }

    DiskCheck(Space space) {
        this.space = space;
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Finding check() {
        try {
            long free = space.free();
            String sentence = free / MEGABYTE + " MB are free where the data lies.";
            return free > LITTLE
                    ? Finding.well(sentence)
                    : Finding.warning(sentence, "Make room: without it nothing more can be stored.");
        } catch (IOException gone) {
            return Finding.failed(
                    "The data folder cannot be looked at.", "See whether it is still there and may be read.");
        }
    }

    /** Free bytes. */
    @FunctionalInterface
    interface Space {
        long free() throws IOException;
    }
}
