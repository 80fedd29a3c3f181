package org.colonnade.platform.dossier.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.colonnade.platform.api.dossier.Activity;
import org.colonnade.platform.api.dossier.event.ActivityOverdue;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.dossier.internal.store.ActivityStore;

/** Tells of each activity that was not done in time, once, whichever node comes first. */
final class OverdueSweep {

    private static final int AT_ONCE = 200;

    private final Tx tx;
    private final Clock clock;

    OverdueSweep(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /** @return of how many it told */
    int run() {
        int told = 0;
        int now = some();
        while (now > 0) {
            told += now;
            now = some();
        }
        return told;
    }

    private int some() {
        Instant now = clock.instant();
        return tx.write(work -> {
            List<Activity> late = ActivityStore.overdue(work, now, AT_ONCE);
            int told = 0;
            for (Activity one : late) {
                if (ActivityStore.tell(work, one)) {
                    work.publish(new ActivityOverdue(
                            one.ref(),
                            one.plan().type(),
                            one.plan().owner(),
                            one.plan().about()));
                    told++;
                }
            }
            return told;
        });
    }
}
