package org.colonnade.platform.measures.internal;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.currency.RateType;
import org.colonnade.platform.api.job.JobRun;
import org.colonnade.platform.api.job.JobWorker;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.measures.internal.domain.EcbFile;
import org.colonnade.platform.measures.internal.domain.KnownRate;
import org.colonnade.platform.measures.internal.domain.Rate;
import org.colonnade.platform.measures.internal.domain.RateDraft;
import org.colonnade.platform.measures.internal.domain.RateRule;
import org.colonnade.platform.measures.internal.store.RateTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads a file of euro reference rates. One that is broken anywhere is refused before anything is stored; what is known already is left
 * as it is, so the same file again adds nothing.
 */
@Component(service = JobWorker.class)
public final class EcbWorker implements JobWorker {

    static final String KIND = "measures.ecb";
    static final String INPUT = "eurofxref.xml";

    private static final String BASE = "EUR";
    private static final String SOURCE = "ECB";
    private static final int STEP = 500;
    private static final Pattern TYPE = Pattern.compile("\"type\": \"([A-Z_]+)\"");

    private final RateRecords rates;
    private final RateRule rule;

    @Activate
    public EcbWorker(@Reference RateRecords rates, @Reference CurrencyBook currencies) {
        this.rates = rates;
        this.rule = new RateRule(currencies.table());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws IOException {
        run.actor().require(RateRecords.CHANGE);
        Matcher type = TYPE.matcher(run.input());
        RateType as = type.find() ? RateType.valueOf(type.group(1)) : RateType.OFFICIAL;
        long total = count(run);
        EcbTally tally = EcbTally.of(run.checkpoint());
        try (InputStream kept = run.files().read(INPUT);
                EcbFile file = new EcbFile(kept)) {
            for (long i = 0; i < tally.rates(); i++) {
                file.next();
            }
            for (List<EcbFile.Line> step = step(file); !step.isEmpty(); step = step(file)) {
                run.goOn();
                EcbTally before = tally;
                List<EcbFile.Line> lines = step;
                tally = rates.tx().write(work -> {
                    EcbTally after = store(work, lines, as, before);
                    run.progress(work, after.rates(), total, after.checkpoint());
                    return after;
                });
            }
        }
        run.result(tally.json());
    }

    private static long count(JobRun run) throws IOException {
        try (InputStream kept = run.files().read(INPUT);
                EcbFile file = new EcbFile(kept)) {
            long count = 0;
            while (file.next() != null) {
                count++;
            }
            return count;
        }
    }

    private static List<EcbFile.Line> step(EcbFile file) {
        List<EcbFile.Line> lines = new ArrayList<>();
        while (lines.size() < STEP) {
            EcbFile.Line line = file.next();
            if (line == null) {
                break;
            }
            lines.add(line);
        }
        return lines;
    }

    private EcbTally store(Work work, List<EcbFile.Line> lines, RateType type, EcbTally before) throws SQLException {
        Map<String, Rate> known = known(work, lines, type);
        EcbTally tally = before;
        for (EcbFile.Line line : lines) {
            RateDraft draft = new RateDraft(BASE, line.currency(), type, line.date(), line.rate(), 1L, SOURCE, null);
            Fields faults = new Fields();
            rule.check(faults, draft);
            if (line.rate() == null || !faults.faults().isEmpty()) {
                tally = tally.plus(0, 0, 1);
                continue;
            }
            Rate rate = new Rate(BASE, line.currency(), type, line.date(), line.rate(), 1L, SOURCE, null);
            Rate told = known.put(key(rate), rate);
            boolean same = told != null && told.factor().equals(rate.factor());
            if (!same) {
                rates.desk().add(work, rate);
            }
            tally = same ? tally.plus(0, 1, 0) : tally.plus(1, 0, 0);
        }
        return tally;
    }

    /** What was told last of each currency and day. */
    private static Map<String, Rate> known(Work work, List<EcbFile.Line> lines, RateType type) throws SQLException {
        LocalDate from =
                lines.stream().map(EcbFile.Line::date).min(LocalDate::compareTo).orElseThrow();
        LocalDate until =
                lines.stream().map(EcbFile.Line::date).max(LocalDate::compareTo).orElseThrow();
        Map<String, Rate> known = new HashMap<>();
        for (KnownRate one : RateTable.now(work, BASE, type, from, until)) {
            known.put(key(one.rate()), one.rate());
        }
        return known;
    }

    private static String key(Rate rate) {
        return rate.date() + rate.quote();
    }
}
