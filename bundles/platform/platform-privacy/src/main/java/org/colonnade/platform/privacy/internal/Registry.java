package org.colonnade.platform.privacy.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongToIntFunction;
import java.util.stream.Collectors;
import org.colonnade.platform.api.admin.Answering;
import org.colonnade.platform.api.privacy.PersonalData;
import org.colonnade.platform.api.privacy.PersonalDataHold;
import org.colonnade.platform.api.privacy.RetentionTarget;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Who is here now: the functions that keep personal data, that want something kept, and that answer at all. */
@Component(service = Registry.class)
public final class Registry {

    final Parts<PersonalData> data = new Parts<>(PersonalData::module);
    final Parts<PersonalDataHold> holds = new Parts<>(PersonalDataHold::module);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final List<RetentionTarget> targets = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final List<Answering> answering = new CopyOnWriteArrayList<>();

    private final Map<Declaring, Integer> declared = new ConcurrentHashMap<>();
    private final LongToIntFunction declaredData;
    private final LongToIntFunction declaredHolds;

    @Activate
    public Registry(BundleContext context, @Reference ServiceComponentRuntime components) {
        declaredData = bundle -> declared(components, context.getBundle(bundle), PersonalData.class);
        declaredHolds = bundle -> declared(components, context.getBundle(bundle), PersonalDataHold.class);
    }

    /** Without OSGi: whoever is there is whole. */
    public Registry() {
        declaredData = bundle -> 0;
        declaredHolds = bundle -> 0;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addData(PersonalData part, Map<String, Object> properties) {
        data.add(part, (Long) properties.get(Constants.SERVICE_BUNDLEID));
    }

    void removeData(PersonalData part) {
        data.remove(part);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addHold(PersonalDataHold part, Map<String, Object> properties) {
        holds.add(part, (Long) properties.get(Constants.SERVICE_BUNDLEID));
    }

    void removeHold(PersonalDataHold part) {
        holds.remove(part);
    }

    /** What keeps personal data, by module; a module some of whose services are still to come is not there yet. */
    public Map<String, List<PersonalData>> data() {
        return data.byModule(declaredData);
    }

    /** What may want something kept, by module; a module some of whose services are still to come is not there yet. */
    public Map<String, List<PersonalDataHold>> holds() {
        return holds.byModule(declaredHolds);
    }

    /** A bundle as it was installed or updated, whose components do not change. */
    private record Declaring(long bundle, long modified, Class<?> service) {}

    /** Asked every two seconds, so it is counted once. */
    private int declared(ServiceComponentRuntime components, Bundle bundle, Class<?> service) {
        return bundle == null
                ? 0
                : declared.computeIfAbsent(
                        new Declaring(bundle.getBundleId(), bundle.getLastModified(), service),
                        any -> (int) components.getComponentDescriptionDTOs(bundle).stream()
                                .filter(component ->
                                        List.of(component.serviceInterfaces).contains(service.getName()))
                                .count());
    }

    /** What retention rules can be made for. */
    public List<RetentionTarget> targets() {
        return List.copyOf(targets);
    }

    /** The modules that are here and answer. */
    public Set<String> modules() {
        return answering.stream().map(Answering::module).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The modules that have something to say about persons and are here. */
    public Set<String> concerned() {
        Set<String> all = new TreeSet<>(data().keySet());
        all.addAll(holds().keySet());
        return all;
    }
}
