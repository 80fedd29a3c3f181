package org.colonnade.platform.records.internal.shape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Takes a Java record apart and puts it together, by the place of its components. */
public final class Shape<R extends Record> {

    private final Class<R> type;
    private final MethodHandle maker;
    private final MethodHandle[] readers;
    private final Class<?>[] types;
    private final Map<String, Integer> places = new HashMap<>();

    private Shape(Class<R> type) throws ReflectiveOperationException {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        readers = new MethodHandle[components.length];
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        for (int i = 0; i < components.length; i++) {
            Method accessor = components[i].getAccessor();
            accessor.setAccessible(true);
            readers[i] = lookup.unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
            places.put(components[i].getName(), i);
        }
        Constructor<R> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        maker = lookup.unreflectConstructor(constructor)
                .asSpreader(Object[].class, types.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    /** The shape of a record class. */
    public static <R extends Record> Shape<R> of(Class<R> type) {
        try {
            return new Shape<>(type);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalArgumentException(type.getName() + " cannot be taken apart", closed);
        }
    }

    /** How many components there are. */
    public int size() {
        return types.length;
    }

    /** The place of a component, or −1. */
    public int place(String name) {
        return places.getOrDefault(name, -1);
    }

    /** One component of a record. */
    public Object get(R record, int place) {
        try {
            return (Object) readers[place].invokeExact((Object) record);
        } catch (Throwable failure) {
            throw passedOn(failure);
        }
    }

    /** All components of a record. */
    public Object[] values(R record) {
        Object[] values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(record, i);
        }
        return values;
    }

    /** A record of these components; what is null where there must be a number is zero, where true or false, false. */
    public R make(Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && types[i].isPrimitive()) {
                values[i] = nothing(types[i]);
            }
        }
        try {
            return type.cast((Object) maker.invokeExact(values));
        } catch (Throwable failure) {
            throw passedOn(failure);
        }
    }

    private static Object nothing(Class<?> primitive) {
        if (primitive == boolean.class) {
            return false;
        }
        return primitive == int.class ? (Object) 0 : primitive == long.class ? (Object) 0L : (Object) 0.0;
    }

    private static RuntimeException passedOn(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }
}
