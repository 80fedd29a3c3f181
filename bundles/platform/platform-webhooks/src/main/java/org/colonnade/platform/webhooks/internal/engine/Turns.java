package org.colonnade.platform.webhooks.internal.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.colonnade.platform.webhooks.internal.domain.Backoff;
import org.colonnade.platform.webhooks.internal.store.Delivery;

/** Whose turn it is: of each subject the first event that was not taken, if its time has come. */
final class Turns {

    private Turns() {}

    /**
     * Those that may be sent now. What is sent again by hand holds up nothing of its subject and waits for nothing; but of one subject
     * never two are on their way.
     *
     * @param pending in the log's order
     * @param busy subjects of which one is on its way
     * @param failures of the receiver, one after the other: of many, one event is tried then, the one that was tried least
     */
    static List<Delivery> of(List<Delivery> pending, Set<String> busy, int failures, Instant now) {
        List<Delivery> first = first(pending, busy);
        if (failures < Backoff.RECEIVER_FAILS) {
            Set<String> taken = new HashSet<>();
            return first.stream()
                    .filter(one -> !one.nextAt().isAfter(now) && taken.add(one.subject()))
                    .toList();
        }
        return busy.isEmpty()
                ? first.stream().min(Comparator.comparingInt(Delivery::attempts)).stream()
                        .toList()
                : List.of();
    }

    private static List<Delivery> first(List<Delivery> pending, Set<String> busy) {
        Set<String> seen = new HashSet<>(busy);
        List<Delivery> first = new ArrayList<>();
        for (Delivery one : pending) {
            if (one.byHand() ? !busy.contains(one.subject()) : seen.add(one.subject())) {
                first.add(one);
            }
        }
        return first;
    }
}
