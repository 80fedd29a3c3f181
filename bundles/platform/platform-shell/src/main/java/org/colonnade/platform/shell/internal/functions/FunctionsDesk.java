package org.colonnade.platform.shell.internal.functions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.colonnade.platform.api.admin.Answering;
import org.colonnade.platform.api.admin.FunctionStatus;
import org.colonnade.platform.api.admin.Functions;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Unavailable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs, updates and removes functions, one after the other; what fails is taken back. */
@Component(service = {Functions.class, FunctionsDesk.class})
public final class FunctionsDesk implements Functions {

    private static final Logger LOG = LoggerFactory.getLogger(FunctionsDesk.class);
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(30);
    private static final Duration TURN = Duration.ofSeconds(60);

    private final Shelf shelf;
    private final FunctionList list;
    private final Duration timeToAnswer;
    private final Presence presence = new Presence();
    private final ReentrantLock oneAtATime = new ReentrantLock();

    @Activate
    public FunctionsDesk(BundleContext context, @Reference Shelf shelf) {
        this(shelf, new FunctionList(Path.of(context.getProperty("karaf.etc"))), TIME_TO_ANSWER);
    }

    FunctionsDesk(Shelf shelf, FunctionList list, Duration timeToAnswer) {
        this.shelf = shelf;
        this.list = list;
        this.timeToAnswer = timeToAnswer;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "left")
    void arrived(Answering function) {
        presence.arrived(function.module());
    }

    void left(Answering function) {
        presence.left(function.module());
    }

    @Override
    public List<FunctionStatus> all() {
        Offers offers = offers();
        Map<String, String> installed = shelf.installed();
        return offers.ids().stream()
                .map(id -> status(offers.newest(id), id, installed.get(id)))
                .toList();
    }

    @Override
    public FunctionStatus get(String id) {
        return status(offers().newest(id), id, shelf.installed().get(id));
    }

    @Override
    public FunctionStatus install(String id) {
        return inTurn(() -> {
            Offer offer = offers().newest(id);
            return shelf.installed().containsKey(id) ? get(id) : put(id, offer, null);
        });
    }

    @Override
    public FunctionStatus update(String id) {
        return inTurn(() -> {
            offers().newest(id);
            shelf.look();
            Offer offer = offers().newest(id);
            String before = shelf.installed().get(id);
            if (before == null) {
                throw new Conflict(
                        "platform.function.failed", "The function '" + id + "' is not installed; install it.");
            }
            return put(id, offer, new Offer(offer.feature(), before, offer.description(), offer.needs()));
        });
    }

    @Override
    public FunctionStatus remove(String id) {
        return inTurn(() -> {
            Offers offers = offers();
            offers.newest(id);
            List<String> dependents = offers.dependentOn(id, shelf.installed().keySet());
            if (!dependents.isEmpty()) {
                throw new Conflict(
                        "platform.function.failed",
                        "The function '" + id + "' is needed by " + String.join(", ", dependents)
                                + "; remove that first.");
            }
            take(id);
            remember();
            return get(id);
        });
    }

    /** The functions that belong here, installed or not. */
    Set<String> wanted() {
        return list.read();
    }

    /** Brings a function back that belongs here; it may take its time to answer, and it is not taken away again. */
    void reinstate(String id) {
        inTurn(() -> {
            try {
                if (!shelf.installed().containsKey(id)) {
                    shelf.install(offers().newest(id));
                }
            } catch (Shelf.RefusedException refused) {
                LOG.error("The function {} could not be brought back", id, refused);
            }
            return null;
        });
    }

    /** The functions of the list that answer now. */
    public Set<String> answering() {
        return wanted().stream().filter(this::answers).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean answers(String id) {
        return presence.has(id);
    }

    boolean awaitAnswer(String id) {
        try {
            return presence.await(id, timeToAnswer);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Writes down what is installed now. */
    void remember() {
        list.write(shelf.installed().keySet());
    }

    /** Writes down what is installed now besides what belongs here. */
    void remember(Set<String> wanted) {
        Set<String> both = new TreeSet<>(wanted);
        both.addAll(shelf.installed().keySet());
        list.write(both);
    }

    private FunctionStatus put(String id, Offer offer, Offer before) {
        try {
            shelf.install(offer);
            if (awaitAnswer(id)) {
                remember();
                LOG.info("Function {} {} is installed", id, offer.version());
                return get(id);
            }
            LOG.error("The function {} {} did not answer within {} s", id, offer.version(), timeToAnswer.toSeconds());
        } catch (Shelf.RefusedException refused) {
            LOG.error("The function {} {} could not be installed", id, offer.version(), refused);
        }
        takeBack(id, before);
        throw new Conflict(
                "platform.function.failed",
                "The function '" + id + "' did not start; everything is as it was before. The log says why.");
    }

    private void takeBack(String id, Offer before) {
        try {
            if (before == null) {
                shelf.remove(id);
            } else {
                shelf.install(before);
            }
        } catch (Shelf.RefusedException stuck) {
            LOG.error("The function {} could not be taken back; a restart will", id, stuck);
        }
        remember();
    }

    private void take(String id) {
        try {
            shelf.remove(id);
            LOG.info("Function {} is removed; its data stays", id);
        } catch (Shelf.RefusedException refused) {
            LOG.error("The function {} could not be removed", id, refused);
            throw new Conflict(
                    "platform.function.failed", "The function '" + id + "' could not be removed. The log says why.");
        }
    }

    private FunctionStatus status(Offer newest, String id, String installed) {
        FunctionStatus.State state = presence.has(id) ? FunctionStatus.State.ACTIVE : FunctionStatus.State.STARTING;
        if (installed == null) {
            // after the start the functions of the list come one by one; until then a caller is told to ask again
            state = list.read().contains(id) ? FunctionStatus.State.STARTING : FunctionStatus.State.AVAILABLE;
        }
        return new FunctionStatus(id, newest.description(), state, installed, newest.version());
    }

    private Offers offers() {
        return new Offers(shelf.offers());
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!oneAtATime.tryLock(TURN.toSeconds(), TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            oneAtATime.unlock();
        }
    }

    private static Unavailable busy() {
        return new Unavailable(
                "platform.function.busy",
                "Another function is being installed or removed; try again.",
                Duration.ofSeconds(10));
    }
}
