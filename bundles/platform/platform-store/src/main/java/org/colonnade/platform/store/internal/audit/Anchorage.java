package org.colonnade.platform.store.internal.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colonnade.platform.store.internal.audit.Heads.Head;
import org.colonnade.platform.store.internal.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes the heads of the chains outside the database. A chain that no longer passes through its last anchor is not anchored again: an
 * administrator has to look at it first.
 */
public final class Anchorage {

    private static final Logger LOG = LoggerFactory.getLogger(Anchorage.class);
    private static final Duration LOG_EVERY = Duration.ofHours(1);

    private final Database database;
    private final AnchorFile file;
    private final Clock clock;
    private final Map<Long, Anchor> last = new HashMap<>();
    private Instant logged = Instant.EPOCH;
    private volatile String trouble;
    private volatile Instant anchored;

    public Anchorage(Database database, AnchorFile file, Clock clock) {
        this.database = database;
        this.file = file;
        this.clock = clock;
    }

    /** Why a chain is not anchored, in a sentence for the administrator. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** When all heads were last found in place and noted; null before that. */
    Instant anchored() {
        return anchored;
    }

    /** Adds a line for each head that has moved. */
    synchronized void anchor() throws SQLException, IOException {
        if (!file.exists()) {
            // an administrator has put it away
            last.clear();
        }
        List<Anchor> lines = new ArrayList<>();
        String found = null;
        try (Connection connection = database.own().getConnection()) {
            for (Head head : Heads.all(connection)) {
                Anchor before = last(head.company());
                if (before != null && !before.fits(Rows.chain(connection, before.company(), before.position()))) {
                    found = "The audit no longer passes through the anchor at position " + before.position() + " of "
                            + before.at() + ", noted in " + file.path() + ".";
                } else if (head.position() > (before == null ? 0 : before.position())) {
                    lines.add(new Anchor(
                            clock.instant().truncatedTo(ChronoUnit.SECONDS),
                            head.company(),
                            head.position(),
                            head.chain()));
                }
            }
        }
        tell(found);
        note(lines);
        anchored = found == null ? clock.instant() : anchored;
    }

    private void note(List<Anchor> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        file.append(lines);
        lines.forEach(line -> last.put(line.company(), line));
        if (clock.instant().isAfter(logged.plus(LOG_EVERY))) {
            logged = clock.instant();
            lines.forEach(line -> LOG.info(
                    "The audit of company {} stands at position {} with {}",
                    line.company(),
                    line.position(),
                    HexFormat.of().formatHex(line.chain())));
        }
    }

    private void tell(String found) {
        if (found != null && !found.equals(trouble)) {
            LOG.error(
                    "{} Somebody changed the audit, or the database is an older copy; run colonnade:audit-verify.",
                    found);
        }
        trouble = found;
    }

    /** The last anchor of a company, read from the file once. */
    private Anchor last(long company) throws IOException {
        if (!last.containsKey(company)) {
            try (AnchorLines lines = file.lines(company)) {
                for (Anchor line = lines.peek(); line != null; line = lines.peek()) {
                    last.put(company, line);
                    lines.advance();
                }
            }
        }
        return last.get(company);
    }
}
