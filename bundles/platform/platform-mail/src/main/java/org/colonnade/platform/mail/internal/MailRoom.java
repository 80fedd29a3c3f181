package org.colonnade.platform.mail.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.colonnade.platform.api.mail.MailMessage;
import org.colonnade.platform.api.mail.MailResult;
import org.colonnade.platform.api.mail.Mailer;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.mail.internal.smtp.Line;
import org.colonnade.platform.mail.internal.smtp.Standing;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the line to the mail server as it is configured now. While there is one, {@link Mailer} is a service; without one it is not. */
@Component(service = MailRoom.class, immediate = true, configurationPid = MailConfig.PID)
@Designate(ocd = MailConfig.class)
public final class MailRoom {

    private static final Logger LOG = LoggerFactory.getLogger(MailRoom.class);
    private static final Duration TO_ASK_AGAIN = Duration.ofMinutes(1);

    /** Why there is no line, for people; a room with a line has none. */
    private record State(Line line, String fault) {}

    private final ExecutorService prober = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "colonnade-mail-probe");
        thread.setDaemon(true);
        return thread;
    });
    private final Function<Mailer, Runnable> offer;
    private final Clock clock;
    private volatile State state = new State(null, null);
    private Runnable withdraw;
    private Future<?> probing;

    @Activate
    public MailRoom(BundleContext context, MailConfig config) {
        this(mailer -> context.registerService(Mailer.class, mailer, null)::unregister, Clock.systemUTC(), config);
    }

    /**
     * For tests.
     *
     * @param offer makes the mailer a service, and gives what takes that back
     */
    MailRoom(Function<Mailer, Runnable> offer, Clock clock, MailConfig config) {
        this.offer = offer;
        this.clock = clock;
        change(config);
    }

    @Modified
    synchronized void change(MailConfig config) {
        state = read(config);
        if (state.line() != null && withdraw == null) {
            withdraw = offer.apply(new Counter());
        } else if (state.line() == null && withdraw != null) {
            withdraw.run();
            withdraw = null;
        }
    }

    @Deactivate
    synchronized void close() {
        prober.shutdownNow();
        if (withdraw != null) {
            withdraw.run();
            withdraw = null;
        }
    }

    /** The line; null where no server is configured. */
    public Line line() {
        return state.line();
    }

    /** What is wrong with the configuration, in a sentence; null if nothing is, or if there is none. */
    public String fault() {
        return state.fault();
    }

    /**
     * How the server stands: what was seen lately, or what is seen now.
     *
     * @param patience how long to wait for what is seen now
     * @return null if it has not answered yet
     */
    Standing.Seen look(Line line, Duration patience) {
        Future<?> asked = line.standing().stale() ? ask(line) : null;
        if (asked != null) {
            try {
                asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException slow) {
                return null;
            } catch (ExecutionException broken) {
                LOG.warn(
                        "The mail server {} could not be asked", line.settings().place(), broken.getCause());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
        return line.standing().last();
    }

    private synchronized Future<?> ask(Line line) {
        if (probing == null || probing.isDone()) {
            probing = prober.submit(line::probe);
        }
        return probing;
    }

    private State read(MailConfig config) {
        try {
            MailSettings settings = MailSettings.of(config);
            if (settings == null) {
                LOG.info("No mail server is configured (host in etc/{}.cfg), so no mail is sent", MailConfig.PID);
                return new State(null, null);
            }
            LOG.info("Mail is sent by {} ({})", settings.place(), settings.security());
            if (settings.user() != null && settings.security() == MailSettings.Security.NONE) {
                LOG.warn("The password for the mail server {} goes over the network in the clear", settings.place());
            }
            return new State(new Line(settings, clock), null);
        } catch (IllegalArgumentException wrong) {
            LOG.error("No mail is sent, because etc/{}.cfg is not right: {}", MailConfig.PID, wrong.getMessage());
            return new State(null, wrong.getMessage());
        }
    }

    /** What others see; it outlives changes of the configuration. */
    private final class Counter implements Mailer {

        @Override
        public MailResult send(MailMessage message) {
            return open().send(message);
        }

        @Override
        public String link(String path) {
            String base = open().settings().publicUrl();
            if (base == null) {
                throw new Unavailable(
                        "mail.public-url.missing",
                        "The address under which people reach the platform is not configured (publicUrl).",
                        TO_ASK_AGAIN);
            }
            return base + path;
        }

        /** Somebody may hold the service a moment longer than it is offered. */
        private Line open() {
            Line line = line();
            if (line == null) {
                throw new Unavailable("mail.not-configured", "No mail server is configured.", TO_ASK_AGAIN);
            }
            return line;
        }
    }
}
