package org.colonnade.platform.shell.internal.health;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import org.colonnade.platform.api.admin.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Looks at the Java that runs all this, and at options that open it to others. */
@Component
public final class JavaCheck implements HealthCheck {

    private static final int PROVEN = 17;
    private static final List<String> OPENING =
            List.of("-agentlib:jdwp", "-Xrunjdwp", "-Dcom.sun.management.jmxremote", "-Xdebug");

    private final int version;
    private final Supplier<List<String>> options;

    @Activate
    public JavaCheck() {
        this(Runtime.version().feature(), () -> ManagementFactory.getRuntimeMXBean()
                .getInputArguments());
    }

    JavaCheck(int version, Supplier<List<String>> options) {
        this.version = version;
        this.options = options;
    }

    @Override
    public String name() {
        return "java";
    }

    @Override
    public Finding check() {
        List<String> opening = options.get().stream()
                .filter(option -> OPENING.stream().anyMatch(option::startsWith))
                .toList();
        if (!opening.isEmpty()) {
            return Finding.warning(
                    "Java was started with " + String.join(" ", opening) + ", which lets others look inside.",
                    "Take it out of 'options' in etc/org.colonnade.java.cfg and of COLONNADE_JAVA_OPTS, then restart.");
        }
        return version == PROVEN
                ? Finding.well("Java " + version + '.')
                : Finding.warning(
                        "Java " + version + "; the tests of this version ran with " + PROVEN + '.',
                        "Set JAVA_HOME to a JDK 17.");
    }
}
