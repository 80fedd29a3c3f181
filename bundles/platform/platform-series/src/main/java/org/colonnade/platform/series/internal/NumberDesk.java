package org.colonnade.platform.series.internal;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.series.GivenNumber;
import org.colonnade.platform.api.series.NumberClaim;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.series.internal.domain.Period;
import org.colonnade.platform.series.internal.store.ClaimRows;
import org.colonnade.platform.series.internal.store.NumberRows;
import org.colonnade.platform.series.internal.store.SeriesTable;
import org.colonnade.platform.series.internal.store.SeriesTable.Found;

/** The numbers, as functions ask for them: a claim goes in with the posting's commit, the number comes right after it. */
final class NumberDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern MARK = Pattern.compile("\\{\\{number\\|([0-9A-Z]{13})\\|([A-Za-z0-9_-]{1,600})}}");

    private final Tx tx;
    private final Numbering numbering;
    private final Map<Long, WaitingRoom> rooms = new ConcurrentHashMap<>();

    NumberDesk(Tx tx, Numbering numbering) {
        this.tx = tx;
        this.numbering = numbering;
    }

    NumberClaim claim(Work work, String series, Ref record, LocalDate date) throws SQLException {
        if (!Period.holds(date)) {
            throw new Rejected(
                    "series.date.invalid",
                    "A document's date lies between " + Period.FIRST_YEAR + " and " + Period.LAST_YEAR + '.');
        }
        Found found = SeriesTable.byCode(work, series).orElseThrow(() -> notFound(series));
        if (found.archived()) {
            throw new Conflict("series.series.archived", "The series '" + series + "' was put away.");
        }
        ClaimRows.Claim row = new ClaimRows.Claim(
                0, record.toString(), date, Caller.current().actor().ref().toString());
        work.beforeCommit(last -> ClaimRows.add(last, found.id(), row));
        Claim claim = new Claim(found.id(), series, record);
        work.afterCommit(claim::store);
        return claim;
    }

    private static NotFound notFound(String series) {
        return new NotFound("series.series.not-found", "There is no series '" + series + "'.");
    }

    String number(NumberClaim claimed) {
        Claim claim = (Claim) claimed;
        if (!claim.stored) {
            return mark(claim);
        }
        return await(claim.id, claim.record().toString())
                .map(GivenNumber::text)
                .orElseThrow(() -> new Unavailable(
                        "series.number.waiting",
                        "It is stored, but its place in the line for a number was not seen.",
                        Duration.ofSeconds(2)));
    }

    private Optional<GivenNumber> await(long series, String subject) {
        return rooms.computeIfAbsent(series, this::room).await(subject);
    }

    private WaitingRoom room(long series) {
        return new WaitingRoom(
                () -> numbering.run(series),
                subject -> tx.read(work -> NumberRows.of(work, series, subject)),
                PATIENCE);
    }

    Optional<GivenNumber> find(String series, Ref record) {
        return tx.read(work -> {
            Optional<Found> found = SeriesTable.byCode(work, series);
            return found.isEmpty()
                    ? Optional.empty()
                    : NumberRows.of(work, found.get().id(), record.toString());
        });
    }

    /** Gives numbers to all who wait, also to those of other nodes and of before a crash. */
    void sweep() {
        for (long series : tx.read(ClaimRows::series)) {
            rooms.computeIfAbsent(series, this::room).sweep();
        }
    }

    private static String mark(Claim claim) {
        byte[] subject = claim.record().toString().getBytes(StandardCharsets.UTF_8);
        return "{{number|" + Tsid.text(claim.id) + '|'
                + Base64.getUrlEncoder().withoutPadding().encodeToString(subject) + "}}";
    }

    /** An answer with the numbers in place of the marks; only with those that the actor claimed. */
    String fill(String body, Actor actor) {
        if (!body.contains("{{number|")) {
            return body;
        }
        Matcher marks = MARK.matcher(body);
        StringBuilder filled = new StringBuilder();
        while (marks.find()) {
            Optional<GivenNumber> number = marked(Tsid.parse(marks.group(1)), marks.group(2));
            marks.appendReplacement(
                    filled,
                    Matcher.quoteReplacement(number.filter(
                                    one -> one.claimedBy().equals(actor.ref().toString()))
                            .map(GivenNumber::text)
                            .orElse(marks.group())));
        }
        return marks.appendTail(filled).toString();
    }

    private Optional<GivenNumber> marked(long series, String encoded) {
        String subject;
        try {
            subject = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            Ref.parse(subject);
        } catch (IllegalArgumentException madeUp) {
            return Optional.empty();
        }
        if (tx.read(work -> SeriesTable.line(work, series)).isEmpty()) {
            return Optional.empty();
        }
        Optional<GivenNumber> there = tx.read(work -> NumberRows.of(work, series, subject));
        return there.isPresent() ? there : await(series, subject);
    }

    /** A place in the line. */
    private static final class Claim implements NumberClaim {

        private final long id;
        private final String series;
        private final Ref record;
        private volatile boolean stored;

        Claim(long id, String series, Ref record) {
            this.id = id;
            this.series = series;
            this.record = record;
        }

        void store() {
            stored = true;
        }

        @Override
        public String series() {
            return series;
        }

        @Override
        public Ref record() {
            return record;
        }
    }
}
