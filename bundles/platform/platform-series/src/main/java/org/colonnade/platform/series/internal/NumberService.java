package org.colonnade.platform.series.internal;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.series.GivenNumber;
import org.colonnade.platform.api.series.NumberClaim;
import org.colonnade.platform.api.series.NumberSeries;
import org.colonnade.platform.api.series.NumberTaker;
import org.colonnade.platform.api.series.SeriesPlan;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.api.web.LateText;
import org.colonnade.platform.series.internal.store.SeriesTable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Numbers as a service; looks once a second after claims that nobody waits for, and every minute after functions that were away. */
@Component(
        service = {NumberSeries.class, LateText.class, NumberService.class},
        immediate = true)
public final class NumberService implements NumberSeries, LateText {

    private static final Logger LOG = LoggerFactory.getLogger(NumberService.class);
    private static final int SWEEPS_BETWEEN = 60;
    private static final int PATIENCE_SECONDS = 5;

    private final Tx tx;
    private final SeriesDesk series;
    private final Takers takers = new Takers();
    private final Numbering numbering;
    private final NumberDesk desk;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = new Thread(work, "colonnade-series");
        made.setDaemon(true);
        return made;
    });
    private final Map<String, SeriesPlan> plans = new ConcurrentHashMap<>();
    private int sweeps;

    @Activate
    public NumberService(@Reference(target = "(module=series)") Tx tx, @Reference SeriesDesk series) {
        this.tx = tx;
        this.series = series;
        this.numbering = new Numbering(tx, takers);
        this.desk = new NumberDesk(tx, numbering);
    }

    /** Begins to look after claims in the background. */
    @Activate
    public void start() {
        thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @Deactivate
    public void stop() throws InterruptedException {
        // never interrupted: H2 closes its file when a thread that writes is interrupted
        thread.shutdown();
        thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** A function comes that writes numbers down; those given while it was away are handed to it. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "leave")
    public void come(NumberTaker taker) {
        takers.add(taker);
        try {
            thread.execute(() -> quietly(() -> {
                known(taker.type());
                catchUp();
            }));
        } catch (RejectedExecutionException stopping) {
            LOG.trace("Numbers are not handed on any more, the function stops", stopping);
        }
    }

    /** It goes; its numbers are kept for it. */
    public void leave(NumberTaker taker) {
        takers.remove(taker);
    }

    @Override
    public void declare(SeriesPlan plan) {
        plans.put(plan.code(), plan);
        tx.inEachCompany(() -> series.declare(plan));
    }

    /** A company that is new has the series that functions have declared. */
    void furnish() {
        plans.values().forEach(series::declare);
    }

    @Override
    public NumberClaim claim(Work work, String code, Ref record, LocalDate date) throws SQLException {
        return desk.claim(work, code, record, date);
    }

    @Override
    public String number(NumberClaim claim) {
        return desk.number(claim);
    }

    @Override
    public Optional<GivenNumber> find(String code, Ref record) {
        return desk.find(code, record);
    }

    @Override
    public String fill(String body, Actor actor) {
        return desk.fill(body, actor);
    }

    /** Gives numbers to all who wait, wherever they came from. */
    void sweep() {
        tx.inEachCompany(desk::sweep);
    }

    /** Hands numbers to those who write them down and were away. */
    void catchUp() {
        tx.inEachCompany(numbering::catchUp);
    }

    private void known(String type) {
        tx.write(work -> {
            SeriesTable.door(work);
            if (!SeriesTable.knownTaker(work, type)) {
                SeriesTable.addTaker(work, type);
            }
            return null;
        });
    }

    private void look() {
        quietly(() -> tx.inEachCompany(desk::sweep));
        if (++sweeps % SWEEPS_BETWEEN == 0) {
            quietly(this::catchUp);
        }
    }

    private static void quietly(Runnable step) {
        try {
            step.run();
        } catch (Problem away) {
            LOG.debug("Numbers wait for the store", away);
        } catch (RuntimeException failure) {
            LOG.error("Numbers could not be given", failure);
        }
    }
}
