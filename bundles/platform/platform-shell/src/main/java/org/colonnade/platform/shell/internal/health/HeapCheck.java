package org.colonnade.platform.shell.internal.health;

import org.colonnade.platform.api.admin.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Looks at the memory that is left. */
@Component
public final class HeapCheck implements HealthCheck {

    private static final long MEGABYTE = 1024 * 1024;
    private static final int FULL_PERCENT = 90;

    private final Memory memory;

    @Activate
    public HeapCheck() {
        this(() -> {
            Runtime runtime = Runtime.getRuntime();
            return new long[] {runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory()};
        });
    }

    HeapCheck(Memory memory) {
        this.memory = memory;
    }

    @Override
    public String name() {
        return "heap";
    }

    @Override
    public Finding check() {
        long[] usedAndMost = memory.usedAndMost();
        long percent = usedAndMost[0] * 100 / usedAndMost[1];
        String sentence = usedAndMost[0] / MEGABYTE + " of " + usedAndMost[1] / MEGABYTE + " MB of memory are in use.";
        return percent < FULL_PERCENT
                ? Finding.well(sentence)
                : Finding.warning(sentence, "If it stays so, raise 'heap' in etc/org.colonnade.java.cfg and restart.");
    }

    /** Used bytes and the most there can be. */
    @FunctionalInterface
    interface Memory {
        long[] usedAndMost();
    }
}
