package org.colonnade.platform.shell.internal.command;

import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.event.EventLog;

/** Completes the ids of the newest dead letters. */
@Service
public final class DeadLetterIds extends Names {

    public DeadLetterIds() {
        this(House.ofThisBundle());
    }

    DeadLetterIds(House house) {
        super(() -> house.the(EventLog.class, "events").deadLetters(PageRequest.first()).items().stream()
                .map(EventLog.DeadLetter::id)
                .toList());
    }
}
