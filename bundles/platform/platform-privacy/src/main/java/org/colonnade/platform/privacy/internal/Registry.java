package org.colonnade.platform.privacy.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.colonnade.platform.api.admin.Answering;
import org.colonnade.platform.api.privacy.PersonalData;
import org.colonnade.platform.api.privacy.PersonalDataHold;
import org.colonnade.platform.api.privacy.RetentionTarget;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Who is here now: the functions that keep personal data, that want something kept, and that answer at all. */
@Component(service = Registry.class)
public final class Registry {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final List<PersonalData> data = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final List<PersonalDataHold> holds = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final List<RetentionTarget> targets = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final List<Answering> answering = new CopyOnWriteArrayList<>();

    /** What keeps personal data, by module. */
    public Map<String, List<PersonalData>> data() {
        return data.stream()
                .collect(Collectors.groupingBy(PersonalData::module, TreeMap::new, Collectors.toUnmodifiableList()));
    }

    /** What may want something kept, by module. */
    public Map<String, List<PersonalDataHold>> holds() {
        return holds.stream()
                .collect(
                        Collectors.groupingBy(PersonalDataHold::module, TreeMap::new, Collectors.toUnmodifiableList()));
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
