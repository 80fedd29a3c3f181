package org.colonnade.platform.shell.internal.console;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.colonnade.platform.shell.internal.wire.Wire;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the machine's administrator in: a Unix domain socket that only the account of the process can open. There is no port, no key and
 * no password, because whoever may open the socket may already read the data.
 */
@Component(service = ConsoleDoor.class, immediate = true)
public final class ConsoleDoor {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleDoor.class);
    private static final int MOST_VISITORS = 16;

    private final SessionFactory sessions;
    private final Path run;
    private final Path socket;
    private final ServerSocketChannel door;
    private final Set<ConsoleVisit> visits = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();

    @Activate
    public ConsoleDoor(BundleContext context, @Reference SessionFactory sessions) throws IOException {
        this(sessions, Path.of(context.getProperty("colonnade.home"), "run"));
    }

    ConsoleDoor(SessionFactory sessions, Path run) throws IOException {
        this.sessions = sessions;
        this.run = run;
        this.socket = SocketPlace.prepare(run);
        this.door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(socket));
        SocketPlace.keepToOwner(socket);
        start("console-door", this::welcome);
    }

    @Deactivate
    void close() throws IOException {
        door.close();
        SocketPlace.clear(socket, run);
        visits.forEach(ConsoleVisit::end);
    }

    private void welcome() {
        while (door.isOpen()) {
            try {
                receive(door.accept());
            } catch (IOException refused) {
                if (door.isOpen()) {
                    LOG.warn("The console could not let somebody in: {}", refused.getMessage());
                }
            }
        }
    }

    private void receive(SocketChannel visitor) throws IOException {
        if (visits.size() >= MOST_VISITORS) {
            visitor.close();
            LOG.warn("More than {} consoles at once; the last was turned away", MOST_VISITORS);
            return;
        }
        ConsoleVisit visit = new ConsoleVisit(sessions, new Wire(visitor));
        visits.add(visit);
        start("console-" + number.incrementAndGet(), () -> {
            try {
                visit.run();
            } finally {
                visits.remove(visit);
            }
        });
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
