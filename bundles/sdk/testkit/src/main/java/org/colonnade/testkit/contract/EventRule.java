package org.colonnade.testkit.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.event.EventType;
import org.colonnade.platform.store.internal.event.EventJson;

/** What a function tells the others. */
public final class EventRule {

    private EventRule() {}

    /** The types of the function's events. */
    public static List<String> types(FunctionFolder function) {
        return events(function)
                .map(type -> type.getAnnotation(EventType.class))
                .filter(Objects::nonNull)
                .map(EventType::value)
                .toList();
    }

    /** Events that are no records, lack their type, or come back from JSON as something else. */
    public static List<String> faults(FunctionFolder function, Module module) {
        List<String> faults = new ArrayList<>();
        Set<String> types = new HashSet<>();
        events(function).forEach(event -> {
            String name = event.getSimpleName() + ' ';
            EventType type = event.getAnnotation(EventType.class);
            if (type == null) {
                faults.add(name + "has no @EventType");
            } else if (!type.value().matches("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+")
                    || !type.value().startsWith(module.id() + '.')) {
                faults.add(name + "has the type '" + type.value() + "', which does not read " + module.id()
                        + ".<record>.<past-tense>");
            } else if (!types.add(type.value())) {
                faults.add(name + "shares its type with another event");
            }
            if (event.isRecord()) {
                roundTrip(event, faults);
            } else {
                faults.add(name + "is no record");
            }
        });
        return faults;
    }

    private static void roundTrip(Class<? extends DomainEvent> event, List<String> faults) {
        try {
            DomainEvent sample = new SampleValues().record(event);
            EventJson json = new EventJson();
            DomainEvent back = json.read(json.write(sample), event);
            if (!sample.equals(back)) {
                faults.add(event.getSimpleName() + " comes back from JSON as another: " + sample + " became " + back);
            }
        } catch (IllegalArgumentException refused) {
            faults.add(event.getSimpleName() + " does not survive JSON: " + refused.getMessage());
        }
    }

    private static Stream<Class<? extends DomainEvent>> events(FunctionFolder function) {
        return Stream.concat(
                        FunctionFolder.loaded(function.apiClasses()).stream(),
                        FunctionFolder.loaded(function.coreClasses()).stream())
                .filter(type -> DomainEvent.class.isAssignableFrom(type) && !type.isInterface())
                .<Class<? extends DomainEvent>>map(type -> type.asSubclass(DomainEvent.class));
    }
}
