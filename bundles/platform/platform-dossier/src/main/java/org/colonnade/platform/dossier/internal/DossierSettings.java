package org.colonnade.platform.dossier.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The configuration as it is now; whoever needs a value asks for it each time, so a change holds at once and restarts nothing. */
@Component(service = DossierSettings.class, configurationPid = DossierConfig.PID)
@Designate(ocd = DossierConfig.class)
public final class DossierSettings {

    private final Path home;
    private volatile Values now;

    @Activate
    public DossierSettings(BundleContext context, DossierConfig config) {
        this(Path.of(Optional.ofNullable(context.getProperty("colonnade.home"))
                .or(() -> Optional.ofNullable(context.getProperty("karaf.base")))
                .orElse(".")));
        change(config);
    }

    /** With the defaults. */
    DossierSettings(Path home) {
        this.home = home;
        this.now = new Values(25 << 20, home.resolve("attachments"), Duration.ofHours(24), 60, 30);
    }

    @Modified
    void change(DossierConfig config) {
        String folder = config.attachmentFolder().strip();
        now = new Values(
                Math.max(1, config.attachmentBytes()),
                folder.isEmpty() ? home.resolve("attachments") : home.resolve(folder),
                Duration.ofHours(Math.max(1, config.graceHours())),
                Math.max(1, config.sweepMinutes()),
                Math.max(1, config.overdueSeconds()));
    }

    /** For tests: with these. */
    void change(Values values) {
        now = values;
    }

    public Values now() {
        return now;
    }

    /**
     * The values.
     *
     * @param attachmentBytes how large an attachment may be
     * @param folder where the contents lie
     * @param grace how long a content is kept that nothing refers to
     */
    public record Values(long attachmentBytes, Path folder, Duration grace, int sweepMinutes, int overdueSeconds) {}
}
