package org.colonnade.platform.rest.internal.endpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.admin.Answering;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.store.AnswerBook;
import org.colonnade.platform.api.web.LateText;
import org.colonnade.platform.rest.internal.resource.Inspection;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects the modules that are here with the paths where they answer. A module that comes or goes changes its own path only; requests
 * under way finish where they began.
 */
@Component(service = Switchboard.class, immediate = true)
public final class Switchboard {

    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AnswerBook answers;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile LateText late;

    private final Workshop workshop = new Workshop(() -> answers, () -> late);
    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final Collection<Module> present = new CopyOnWriteArrayList<>();
    private final AtomicLong edition = new AtomicLong();

    private final Map<Module, Runnable> announced = new ConcurrentHashMap<>();
    private final Function<Module, List<Object>> records;
    private final Function<Answering, Runnable> announce;

    /** Begins without any module; they are connected as they come. */
    @Activate
    public Switchboard(BundleContext context) {
        this.records = module -> records(module, context);
        this.announce = answering -> context.registerService(Answering.class, answering, null)::unregister;
    }

    /**
     * Begins without any module.
     *
     * @param records what answers for the records that a module declares
     * @param announce tells everybody that a module answers, and gives what takes that back
     */
    public Switchboard(Function<Module, List<Object>> records, Function<Answering, Runnable> announce) {
        this.records = records;
        this.announce = announce;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, unbind = "disconnect")
    void connect(Module module) {
        present.add(module);
        Line line = lines.computeIfAbsent(module.path(), Line::new);
        synchronized (line) {
            Inspection inspection = inspect(module);
            line.modules().add(inspection);
            if (inspection.passed()) {
                open(line, inspection);
            } else {
                LOG.error("Module {} is refused: {}", module.id(), String.join("; ", inspection.faults()));
            }
        }
        edition.incrementAndGet();
        if (answers(line, module)) {
            String id = module.id();
            announced.put(module, announce.apply(() -> id));
        }
    }

    /**
     * The kit is asked for when a module needs it: whoever declares records has got its desks from it, so it is here. A reference would
     * either keep the door shut without a database, or be bound after the modules.
     */
    private static List<Object> records(Module module, BundleContext context) {
        if (module.records().isEmpty()) {
            return List.of();
        }
        ServiceReference<RecordKit> kit = context.getServiceReference(RecordKit.class);
        if (kit == null) {
            throw new IllegalStateException("The record kit is not here");
        }
        return context.getService(kit).resources(module);
    }

    private Inspection inspect(Module module) {
        try {
            List<Object> resources = new ArrayList<>(module.resources());
            resources.addAll(records.apply(module));
            return workshop.inspect(module, resources, permissions());
        } catch (RuntimeException e) {
            LOG.error("The records of module {} cannot be kept", module.id(), e);
            return new Inspection(module, List.of(), List.of(), List.of(String.valueOf(e.getMessage())));
        }
    }

    private static boolean answers(Line line, Module module) {
        synchronized (line) {
            return line.modules().stream().anyMatch(inspection -> inspection.module() == module && inspection.passed());
        }
    }

    private void takeBack(Module module) {
        Runnable announcement = announced.remove(module);
        if (announcement != null) {
            announcement.run();
        }
    }

    /** A module that cannot be opened must not take those down that share its path. */
    private void open(Line line, Inspection inspection) {
        try {
            change(line);
        } catch (RuntimeException e) {
            line.modules().remove(inspection);
            line.modules().add(inspection.butCannotBeOpened());
            LOG.error(
                    "Module {} is refused: its resources cannot be opened",
                    inspection.module().id(),
                    e);
        }
    }

    void disconnect(Module module) {
        present.remove(module);
        takeBack(module);
        Line line = lines.get(module.path());
        Endpoint before = null;
        if (line != null) {
            synchronized (line) {
                line.modules().removeIf(inspection -> inspection.module() == module);
                before = change(line);
            }
        }
        edition.incrementAndGet();
        if (before != null && !before.awaitEmpty(PATIENCE)) {
            LOG.warn("Module {} leaves while requests to it are still under way", module.id());
        }
    }

    @Deactivate
    void close() {
        List.copyOf(announced.keySet()).forEach(this::takeBack);
        lines.values().forEach(line -> {
            synchronized (line) {
                line.modules().clear();
                change(line);
            }
        });
        workshop.close();
    }

    /** Builds what shall answer, changes over, and lets the old one run empty. @return the old one, or null */
    private Endpoint change(Line line) {
        List<Inspection> modules = line.admitted();
        boolean empty = modules.stream().allMatch(module -> module.resources().isEmpty());
        Endpoint before = line.changeTo(empty ? null : workshop.open(line.path(), modules));
        if (before != null) {
            before.retire();
        }
        return before;
    }

    private Set<String> permissions() {
        return present.stream()
                .map(Module::permissions)
                .flatMap(List::stream)
                .map(Permission::name)
                .collect(Collectors.toSet());
    }

    /**
     * Enters what answers below a path.
     *
     * @return the endpoint, to be left again; or null if nothing answers there now
     */
    public Endpoint enter(String path) {
        Line line = lines.get(path);
        Endpoint endpoint = line == null ? null : line.endpoint();
        while (endpoint != null && !endpoint.enter()) {
            endpoint = line.endpoint();
        }
        return endpoint;
    }

    /** Whether a module was ever connected to the path since the start. */
    public boolean knows(String path) {
        return lines.containsKey(path);
    }

    /** What answers now, by path and module, for the API's description. */
    public List<Inspection> answering() {
        List<Inspection> all = new ArrayList<>();
        lines.values().stream().sorted(Comparator.comparing(Line::path)).forEach(line -> {
            synchronized (line) {
                line.modules().stream()
                        .filter(Inspection::passed)
                        .sorted(Comparator.comparing(i -> i.module().id()))
                        .forEach(all::add);
            }
        });
        return all;
    }

    /** The modules that were refused, each with its faults. */
    public List<Inspection> refused() {
        return lines.values().stream().flatMap(Switchboard::refusedOf).toList();
    }

    private static Stream<Inspection> refusedOf(Line line) {
        synchronized (line) {
            return List.copyOf(line.modules()).stream().filter(inspection -> !inspection.passed());
        }
    }

    /** Grows with every change of what answers. */
    public long edition() {
        return edition.get();
    }
}
