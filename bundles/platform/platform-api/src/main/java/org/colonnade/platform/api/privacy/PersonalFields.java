package org.colonnade.platform.api.privacy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the fields that a record marks as {@link Personal}. */
public final class PersonalFields {

    private PersonalFields() {}

    /** The names of the marked fields of these records, in order. */
    public static Set<String> of(Collection<? extends Class<?>> records) {
        return records.stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> component.isAnnotationPresent(Personal.class))
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
