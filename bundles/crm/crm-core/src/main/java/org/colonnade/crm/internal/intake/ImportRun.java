package org.colonnade.crm.internal.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.colonnade.crm.api.ImportItem;
import org.colonnade.crm.api.ImportReport;
import org.colonnade.crm.api.event.ImportCompleted;
import org.colonnade.crm.internal.domain.ImportCounts;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.match.MatchPolicy;
import org.colonnade.crm.internal.file.Entry;
import org.colonnade.crm.internal.store.ImportJournal;
import org.colonnade.crm.internal.store.ImportStore;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.Suspects;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.job.RunEnded;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file on its way in. Each chunk is a transaction of its own that stores also how far the file was read, so a run that is killed goes
 * on behind the last one. A dry run is one transaction that does everything and stores no party.
 */
final class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    private final Tx tx;
    private final PartyStore parties;
    private final ImportStore imports = new ImportStore();
    private final PhoneRule phones;
    private final MatchPolicy policy;
    private final WriteGuard guard;
    private final String actor;
    private final long id;
    private final Tx.Growth growth;

    /** @param actor on whose behalf, as a reference */
    ImportRun(
            Tx tx, PartyStore parties, PhoneRule phones, MatchPolicy policy, WriteGuard guard, String actor, long id) {
        this.tx = tx;
        this.parties = parties;
        this.phones = phones;
        this.policy = policy;
        this.guard = guard;
        this.actor = actor;
        this.id = id;
        this.growth = tx.growth(PartyStore.TABLES);
    }

    /** Opens the file at its beginning. */
    @FunctionalInterface
    interface Opener {
        Opened open() throws IOException;
    }

    /** Does the whole work, stores no party, and writes down what would become of each card or row. */
    ImportCounts trial(Opener file, Pace pace) {
        try (Beside beside = new Beside(tx)) {
            ImportCounts counts = tx.write(work -> tried(work, file, pace, beside));
            tx.write(work -> {
                imports.ended(work, id, ImportReport.State.TRIED);
                return null;
            });
            return counts;
        }
    }

    private ImportCounts tried(Work work, Opener file, Pace pace, Beside beside) throws SQLException {
        work.rollbackOnly();
        beside.write(aside -> {
            imports.clear(aside, id);
            imports.count(aside, id, ImportCounts.NONE);
            return null;
        });
        ImportCounts counts = ImportCounts.NONE;
        try (Opened opened = file.open();
                Ahead ahead = new Ahead(opened.entries())) {
            for (Portion chunk = ahead.next(); chunk.size() > 0; chunk = ahead.next()) {
                pace.goOn();
                List<Entry> entries = chunk.entries();
                List<ImportItem> items = chunk(work, null).take(chunk, Map.of(), made -> {}).stream()
                        .map(ImportRun::ofNobody)
                        .toList();
                PartyStore.forget(work);
                ImportCounts next = counts.plus(items);
                beside.write(aside -> {
                    keep(aside, entries, items);
                    imports.count(aside, id, next);
                    return null;
                });
                pace.tried(next);
                counts = next;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return counts;
    }

    /** A party that was made to see what would happen has an id that nobody can ask for. */
    private static ImportItem ofNobody(ImportItem item) {
        return item.status() != ImportItem.Status.CREATED
                ? item
                : new ImportItem(
                        item.position(),
                        item.line(),
                        item.status(),
                        null,
                        item.name(),
                        item.code(),
                        item.messages(),
                        item.suspects(),
                        null);
    }

    /** Stores what the file says behind what was stored before. */
    ImportCounts run(Opener file, ImportCounts from, Pace pace) throws IOException {
        try (Opened opened = file.open()) {
            opened.skip(from.read());
            Step last = Step.behind(from);
            try (Ahead ahead = new Ahead(opened.entries());
                    Abreast writers = new Abreast(step -> store(step, pace))) {
                for (Portion chunk = ahead.next(); chunk.size() > 0; chunk = ahead.next()) {
                    Step step = last.next(chunk);
                    step.twoBefore();
                    pace.goOn();
                    writers.take(step);
                    last = step;
                }
            }
            ImportCounts counts = last.end();
            finish(opened.format(), counts);
            return counts;
        }
    }

    private void finish(String format, ImportCounts counts) {
        tx.write(work -> {
            imports.count(work, id, counts);
            imports.ended(work, id, ImportReport.State.FINISHED);
            work.publish(new ImportCompleted(
                    new Ref("crm", "import", Tsid.text(id)),
                    format,
                    counts.created(),
                    counts.updated(),
                    counts.unchanged(),
                    counts.refused()));
            return null;
        });
    }

    /** Writes beside the step before; if that is in vain, after it. */
    private void store(Step step, Pace pace) {
        try {
            Map<Long, Suspects.Known> beside = step.beside();
            ImportCounts counts = tx.write(work -> stored(work, step, beside, pace));
            step.stored(counts);
            growth.grown(counts.created());
        } catch (Step.Anew anew) {
            step.stumbled(anew);
            step.stored(store(step.portion(), step.afterAll(), pace));
        } catch (Unavailable | RunEnded later) {
            throw later;
        } catch (RuntimeException failure) {
            step.stumbled(failure);
            step.stored(inHalves(step.portion(), step.afterAll(), pace, failure));
        }
    }

    private ImportCounts stored(Work work, Step step, Map<Long, Suspects.Known> beside, Pace pace) throws SQLException {
        List<ImportItem> items = written(work, step.portion(), beside, step::decided);
        return counted(work, step.afterThat(beside).plus(items), pace);
    }

    private ImportCounts store(Portion portion, ImportCounts before, Pace pace) {
        try {
            return tx.write(work -> {
                List<ImportItem> items = written(work, portion, Map.of(), made -> {});
                return counted(work, before.plus(items), pace);
            });
        } catch (Unavailable | RunEnded later) {
            throw later;
        } catch (RuntimeException failure) {
            return inHalves(portion, before, pace, failure);
        }
    }

    /** What cannot be stored as a whole is stored half by half, so that one card does not hinder the others. */
    private ImportCounts inHalves(Portion portion, ImportCounts before, Pace pace, RuntimeException failure) {
        if (portion.size() > 1) {
            ImportCounts half = store(portion.part(0, portion.size() / 2), before, pace);
            return store(portion.part(portion.size() / 2, portion.size()), half, pace);
        }
        Entry entry = portion.entries().get(0);
        LOG.warn("Import {}: item {} could not be stored", Tsid.text(id), entry.position(), failure);
        Entry refused = entry.refused(
                "crm.import.not-stored", List.of("It could not be stored; the log of the platform says why."));
        return store(Portion.of(List.of(refused)), before, pace);
    }

    private List<ImportItem> written(
            Work work, Portion portion, Map<Long, Suspects.Known> beside, Consumer<Map<Long, Suspects.Known>> decided)
            throws SQLException {
        ImportChunk chunk = chunk(work, id);
        List<ImportItem> items = chunk.take(portion, beside, decided);
        ImportJournal.note(work, id, chunk.before());
        keep(work, portion.entries(), items);
        return items;
    }

    private ImportCounts counted(Work work, ImportCounts counts, Pace pace) {
        imports.count(work, id, counts);
        pace.stored(work, counts);
        return counts;
    }

    private ImportChunk chunk(Work work, Long run) {
        return new ImportChunk(work, parties, phones, policy, actor, run, guard);
    }

    private void keep(Work work, List<Entry> entries, List<ImportItem> items) throws SQLException {
        Map<Long, byte[]> raw = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.damaged() || items.get(i).status() == ImportItem.Status.REFUSED) {
                raw.put(entry.position(), entry.raw());
            }
        }
        imports.items(work, id, items, raw::get);
    }
}
