package org.colonnade.platform.series.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.series.GivenNumber;
import org.colonnade.platform.api.series.SeriesPlan;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.series.internal.domain.Line;
import org.colonnade.platform.series.internal.domain.Period;
import org.colonnade.platform.series.internal.domain.Series;
import org.colonnade.platform.series.internal.domain.SeriesDraft;
import org.colonnade.platform.series.internal.store.CounterRows;
import org.colonnade.platform.series.internal.store.CounterRows.Counter;
import org.colonnade.platform.series.internal.store.NumberRows;
import org.colonnade.platform.series.internal.store.SeriesTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The upkeep of series, and how far they have come. */
@Component(service = SeriesDesk.class)
public final class SeriesDesk {

    /** The permission to see series. */
    public static final String READ = "series.series.read";
    /** The permission to add, change and archive them, and to begin periods with another number than 1. */
    public static final String CHANGE = "series.series.change";
    /** The permission to see which record has which number. */
    public static final String NUMBERS = "series.number.read";

    /** The largest number with which a period may begin. */
    public static final long LARGEST = 1_000_000_000_000L;

    private static final RecordKind<Series, SeriesDraft> KIND = RecordKind.of(Series.class, SeriesDraft.class);

    private final Tx tx;
    private final RecordDesk<Series, SeriesDraft> desk;

    @Activate
    public SeriesDesk(@Reference RecordKit kit, @Reference(target = "(module=series)") Tx tx) {
        this.tx = tx;
        desk = kit.desk(KIND.with(new SeriesRules()), tx);
    }

    /** What people may be allowed here. */
    static List<Permission> permissions() {
        return List.of(
                KIND.permissions().get(0),
                KIND.permissions().get(1),
                Permission.of(NUMBERS, "Numbers: see which record has which", "เลขที่เอกสาร: ดูว่าเป็นของเอกสารใด"));
    }

    /** The upkeep. */
    public RecordDesk<Series, SeriesDraft> desk() {
        return desk;
    }

    /**
     * The number that would be next.
     *
     * @param period of the date
     * @param number the number, if nobody posts before
     * @param text the same as people write it
     */
    public record Next(String period, long number, String text) {}

    /**
     * How far a series has come in a period.
     *
     * @param period {@code 2026}, {@code 2026-04}; empty in a series that never begins again
     * @param first the number with which it began
     * @param latest the last number that was given
     * @param given how many were given
     */
    public record Reached(String period, long first, long latest, long given) {

        private static Reached of(Counter counter) {
            return new Reached(
                    counter.period(),
                    counter.beginning(),
                    counter.latest(),
                    counter.latest() - counter.beginning() + 1);
        }
    }

    void declare(SeriesPlan plan) {
        if (tx.read(work -> SeriesTable.byCode(work, plan.code())).isPresent()) {
            return;
        }
        SeriesDraft draft = new SeriesDraft(plan.code(), plan.name(), plan.pattern(), plan.reset(), plan.yearStart());
        try {
            desk.create(Actor.system("series"), draft);
        } catch (Conflict taken) {
            // another node was quicker
            if (tx.read(work -> SeriesTable.byCode(work, plan.code())).isEmpty()) {
                throw taken;
            }
        }
    }

    /** The next number for a document's date. */
    public Next next(Actor actor, String id, LocalDate date) {
        dated(date);
        String series = desk.read(actor, id).id();
        return tx.read(work -> {
            Line line = SeriesTable.line(work, Tsid.parse(series)).orElseThrow();
            Period period = line.period(date);
            long number = CounterRows.find(work, line.id(), period.key())
                            .map(Counter::latest)
                            .orElse(0L)
                    + 1;
            return new Next(period.key(), number, line.pattern().text(period, number));
        });
    }

    /** How far it has come, the latest period first. */
    public List<Reached> periods(Actor actor, String id) {
        long series = Tsid.parse(desk.read(actor, id).id());
        return tx.read(work -> CounterRows.of(work, series)).stream()
                .map(Reached::of)
                .toList();
    }

    /** The numbers of a series, the latest first. */
    public Page<GivenNumber> numbers(Actor actor, String id, PageRequest page) {
        actor.require(NUMBERS);
        long series = Tsid.parse(desk.read(actor, id).id());
        List<String> keys = page.keys(2);
        String period = keys.isEmpty() ? null : keys.get(0);
        long before = keys.isEmpty() ? 0 : number(keys.get(1));
        List<GivenNumber> found = tx.read(work -> NumberRows.page(work, series, period, before, page.limit() + 1));
        if (found.size() <= page.limit()) {
            return new Page<>(found, null);
        }
        GivenNumber last = found.get(page.limit() - 1);
        return new Page<>(found.subList(0, page.limit()), PageRequest.cursor(last.period(), last.number()));
    }

    private static long number(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException madeUp) {
            throw new Rejected("platform.page.cursor", "The cursor is not one that this list gave out.")
                    .field("after", "unknown cursor");
        }
    }

    /** What reads so, or what a record has. */
    public List<GivenNumber> find(Actor actor, String text, String record) {
        actor.require(NUMBERS);
        return tx.read(work -> text == null ? NumberRows.ofRecord(work, record) : NumberRows.byText(work, text));
    }

    /**
     * Lets a period begin with another number than 1, before it has any: for a series that goes on from elsewhere.
     *
     * @throws Conflict {@code series.period.begun}
     * @throws Rejected {@code series.period.invalid}, {@code series.date.invalid}
     */
    public Next begin(Actor actor, String id, LocalDate date, long first) {
        dated(date);
        if (first < 1 || first > LARGEST) {
            throw new Rejected("series.period.invalid", "A period begins with 1 to " + LARGEST + '.')
                    .field("first", "1 to " + LARGEST);
        }
        return tx.write(work -> {
            long series = Tsid.parse(desk.locked(work, actor, id).id());
            Line line = SeriesTable.locked(work, series).orElseThrow();
            Period period = line.period(date);
            begin(work, series, period, first);
            return new Next(period.key(), first, line.pattern().text(period, first));
        });
    }

    private static void begin(Work work, long series, Period period, long first) throws SQLException {
        if (CounterRows.find(work, series, period.key()).isPresent()) {
            throw new Conflict(
                    "series.period.begun", "The series has begun in this period; where it began cannot be changed.");
        }
        CounterRows.add(work, Counter.fresh(series, period.key(), first));
        work.record(Change.of(
                KIND.ref(Tsid.text(series)),
                "begun",
                0,
                "{\"period\":\"" + period.key() + "\",\"first\":" + first + '}'));
    }

    private static void dated(LocalDate date) {
        if (!Period.holds(date)) {
            throw new Rejected(
                    "series.date.invalid",
                    "A document's date lies between " + Period.FIRST_YEAR + " and " + Period.LAST_YEAR + '.');
        }
    }

    /** All series by code, with what they have come to; for the console. */
    public List<Long> ids() {
        return tx.read(SeriesTable::all);
    }

    /** A series that is there, with its periods; for the console. */
    public Seen look(long id) {
        return tx.read(work -> new Seen(
                SeriesTable.line(work, id).orElseThrow(() -> NotFound.of("series", "series", Tsid.text(id))),
                CounterRows.of(work, id).stream().map(Reached::of).toList()));
    }

    /**
     * A series as the console shows it.
     *
     * @param line the series
     * @param periods how far it has come, the latest period first
     */
    public record Seen(Line line, List<Reached> periods) {}
}
