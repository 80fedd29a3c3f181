package org.colonnade.platform.privacy.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongToIntFunction;
import java.util.stream.Collectors;

/**
 * Services of one kind. A function may have several, which come one after the other while it starts: a function some of whose services are
 * not there yet counts as not there, since it would answer for a part of its data only.
 */
public final class Parts<T> {

    private final List<T> all = new CopyOnWriteArrayList<>();
    private final Map<T, Long> bundles = new ConcurrentHashMap<>();
    private final Function<T, String> module;

    Parts(Function<T, String> module) {
        this.module = module;
    }

    /** One that no bundle has registered is whole by itself. */
    public void add(T part) {
        all.add(part);
    }

    void add(T part, long bundle) {
        bundles.put(part, bundle);
        all.add(part);
    }

    public void remove(T part) {
        all.remove(part);
        bundles.remove(part);
    }

    /** @param declared how many services of this kind a bundle has when all are there */
    Map<String, List<T>> byModule(LongToIntFunction declared) {
        Map<String, List<T>> found =
                all.stream().collect(Collectors.groupingBy(module, TreeMap::new, Collectors.toUnmodifiableList()));
        Map<Long, Long> here = all.stream()
                .filter(bundles::containsKey)
                .collect(Collectors.groupingBy(bundles::get, Collectors.counting()));
        found.values().removeIf(parts -> parts.stream()
                .map(bundles::get)
                .anyMatch(bundle -> bundle != null && here.getOrDefault(bundle, 0L) < declared.applyAsInt(bundle)));
        return found;
    }
}
