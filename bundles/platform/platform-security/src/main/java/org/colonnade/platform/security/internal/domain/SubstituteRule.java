package org.colonnade.platform.security.internal.domain;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.colonnade.platform.api.problem.Conflict;

/**
 * Who may stand in for whom. Several people may stand in for one at the same time; the same one twice at the same time would only be a
 * question which of the two counts, and is refused. So is a circle: at no instant does anybody stand in for who, over whatever others,
 * stands in for them.
 */
public final class SubstituteRule {

    private SubstituteRule() {}

    /**
     * Judges one more.
     *
     * @param present those that hold or will hold
     * @throws Conflict {@code platform.substitute.self}, {@code platform.substitute.overlaps}, {@code platform.substitute.circular}
     */
    public static void check(Span next, Collection<Span> present) {
        if (next.principal() == next.substitute()) {
            throw new Conflict("platform.substitute.self", "Nobody stands in for themselves.");
        }
        List<Span> meeting = present.stream().filter(next::meets).toList();
        if (meeting.stream()
                .anyMatch(one -> one.principal() == next.principal() && one.substitute() == next.substitute())) {
            throw new Conflict(
                    "platform.substitute.overlaps",
                    "The same user stands in at a part of this time already; end that first, or choose another time.");
        }
        if (closesCircle(next, meeting)) {
            throw new Conflict(
                    "platform.substitute.circular",
                    "At a part of this time the substitute is away too, and the principal stands in for them, directly or over others.");
        }
    }

    /** Which of them hold together changes only where one begins, so these instants show every circle. */
    private static boolean closesCircle(Span next, List<Span> meeting) {
        return Stream.concat(Stream.of(next.from()), meeting.stream().map(Span::from))
                .filter(next::holdsAt)
                .distinct()
                .anyMatch(at -> leadsTo(next.principal(), next.substitute(), at, meeting));
    }

    private static boolean leadsTo(long goal, long start, Instant at, List<Span> spans) {
        Set<Long> seen = new HashSet<>(Set.of(start));
        Deque<Long> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            long user = open.poll();
            if (user == goal) {
                return true;
            }
            spans.stream()
                    .filter(span -> span.principal() == user && span.holdsAt(at) && seen.add(span.substitute()))
                    .forEach(span -> open.add(span.substitute()));
        }
        return false;
    }
}
