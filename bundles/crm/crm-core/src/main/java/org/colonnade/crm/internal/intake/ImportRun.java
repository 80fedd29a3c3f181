package org.colonnade.crm.internal.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.ImportItem;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.api.event.ImportCompleted;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.match.MatchPolicy;
import org.colonnade.crm.internal.file.Entries;
import org.colonnade.crm.internal.file.Entry;
import org.colonnade.crm.internal.store.ImportStore;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file on its way in. Each chunk is a transaction of its own, so a run that is killed has stored whole chunks, and running the file
 * again finds what they made. A dry run is one transaction that does everything and stores nothing.
 */
public final class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    private final Tx tx;
    private final PartyStore parties;
    private final ImportStore imports = new ImportStore();
    private final PhoneRule phones;
    private final MatchPolicy policy;
    private final Clock clock;
    private final String actor;
    private final String format;

    /** @param actor on whose behalf, as a reference */
    public ImportRun(
            Tx tx, PartyStore parties, PhoneRule phones, MatchPolicy policy, Clock clock, String actor, String format) {
        this.tx = tx;
        this.parties = parties;
        this.phones = phones;
        this.policy = policy;
        this.clock = clock;
        this.actor = actor;
        this.format = format;
    }

    /** Opens the file at its beginning. */
    @FunctionalInterface
    public interface Opener {
        Entries open() throws IOException;
    }

    /** Does the whole work and stores nothing. */
    public ImportReport trial(Opener file) {
        return tx.write(work -> {
            work.rollbackOnly();
            Tally tally = new Tally();
            try (Entries entries = file.open();
                    Ahead ahead = new Ahead(entries)) {
                for (List<Entry> chunk = ahead.next(); !chunk.isEmpty(); chunk = ahead.next()) {
                    tally.add(new ImportChunk(work, parties, phones, policy, actor).take(chunk));
                    PartyStore.forget(work);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
            return tally.report(null, format, work.now(), work.now(), actor);
        });
    }

    /** Stores what the file says. */
    public ImportReport run(Entries entries, byte[] header) throws IOException {
        Instant startedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        long id = tx.write(work -> imports.begin(work, format, header, actor));
        String text = Tsid.text(id);
        Tally tally = new Tally();
        try (Ahead ahead = new Ahead(entries)) {
            for (List<Entry> chunk = ahead.next(); !chunk.isEmpty(); chunk = ahead.next()) {
                store(id, chunk, tally, startedAt);
            }
        }
        ImportReport report =
                tally.report(text, format, startedAt, clock.instant().truncatedTo(ChronoUnit.MICROS), actor);
        return tx.write(work -> {
            imports.count(work, id, report, true);
            work.publish(new ImportCompleted(
                    new Ref("crm", "import", text),
                    format,
                    report.created(),
                    report.updated(),
                    report.unchanged(),
                    report.refused()));
            return report;
        });
    }

    /** A chunk that cannot be stored as a whole is stored half by half, so that one card does not hinder the others. */
    private void store(long id, List<Entry> chunk, Tally tally, Instant startedAt) {
        try {
            tally.add(tx.write(work -> stored(work, id, chunk, tally, startedAt)));
        } catch (Unavailable later) {
            throw later;
        } catch (RuntimeException failure) {
            if (chunk.size() > 1) {
                store(id, chunk.subList(0, chunk.size() / 2), tally, startedAt);
                store(id, chunk.subList(chunk.size() / 2, chunk.size()), tally, startedAt);
                return;
            }
            LOG.warn(
                    "Import {}: item {} could not be stored",
                    Tsid.text(id),
                    chunk.get(0).position(),
                    failure);
            Entry refused = chunk.get(0)
                    .refused(
                            "crm.import.not-stored",
                            List.of("It could not be stored; the log of the platform says why."));
            tally.add(tx.write(work -> stored(work, id, List.of(refused), tally, startedAt)));
        }
    }

    private List<ImportItem> stored(Work work, long id, List<Entry> chunk, Tally before, Instant startedAt)
            throws SQLException {
        List<ImportItem> items = new ImportChunk(work, parties, phones, policy, actor).take(chunk);
        Map<Long, byte[]> raw = new HashMap<>();
        chunk.stream().filter(Entry::damaged).forEach(entry -> raw.put(entry.position(), entry.raw()));
        imports.items(work, id, items, raw::get);
        imports.count(work, id, before.report(Tsid.text(id), format, startedAt, null, actor), false);
        return items;
    }
}
