package org.colonnade.platform.shell.internal.functions;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.karaf.features.Dependency;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.apache.karaf.features.Repository;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Karaf's features as the shelf. The options keep everybody else's bundles as they are: only what is updated or removed is refreshed,
 * with what is wired to it, which for a function is the function itself.
 */
@Component(service = Shelf.class)
public final class KarafShelf implements Shelf {

    private static final String ALL = "colonnade-all";

    private final FeaturesService features;

    @Activate
    public KarafShelf(@Reference FeaturesService features) {
        this.features = features;
    }

    @Override
    public Collection<Offer> offers() {
        return Arrays.stream(asking(features::listFeatures))
                .filter(feature -> !feature.isHidden())
                .map(KarafShelf::offer)
                .toList();
    }

    @Override
    public Map<String, String> installed() {
        Map<String, String> installed = new TreeMap<>();
        for (Feature feature : asking(features::listInstalledFeatures)) {
            String id = Offers.idOf(feature.getName());
            if (id != null) {
                installed.put(id, feature.getVersion());
            }
        }
        return installed;
    }

    @Override
    public void look() {
        Set<URI> repositories = Arrays.stream(asking(features::listRepositories))
                .filter(KarafShelf::hasFunctions)
                .map(Repository::getURI)
                .collect(Collectors.toSet());
        asking(() -> {
            features.refreshRepositories(repositories);
            return null;
        });
    }

    @Override
    public void install(Offer offer) throws RefusedException {
        doing(() -> features.installFeature(offer.feature(), offer.version(), quietly(Option.Upgrade)));
    }

    @Override
    public void remove(String id) throws RefusedException {
        String name = "colonnade-" + id;
        Set<Feature> required = new HashSet<>(Arrays.asList(asking(features::listRequiredFeatures)));
        if (required.stream().anyMatch(feature -> feature.getName().equals(ALL))) {
            keepOthersOf(required, id);
        }
        for (Feature feature : required) {
            if (feature.getName().equals(name)) {
                doing(() -> features.uninstallFeature(name, feature.getVersion(), quietly()));
            }
        }
    }

    /** Whoever installed "all" asked for each function; from now on each of the others is asked for by its own name. */
    private void keepOthersOf(Set<Feature> required, String id) throws RefusedException {
        Set<String> others = installed().entrySet().stream()
                .filter(function -> !function.getKey().equals(id))
                .map(function -> "colonnade-" + function.getKey() + '/' + function.getValue())
                .collect(Collectors.toSet());
        if (!others.isEmpty()) {
            doing(() -> features.installFeatures(others, quietly()));
        }
        doing(() -> features.uninstallFeature(ALL, quietly()));
        required.removeIf(feature -> feature.getName().equals(ALL));
    }

    private static EnumSet<Option> quietly(Option... more) {
        EnumSet<Option> options = EnumSet.of(Option.NoAutoRefreshManagedBundles, Option.NoAutoRefreshUnmanagedBundles);
        options.addAll(Arrays.asList(more));
        return options;
    }

    private static Offer offer(Feature feature) {
        Set<String> needs =
                feature.getDependencies().stream().map(Dependency::getName).collect(Collectors.toSet());
        String description = feature.getDescription() == null ? "" : feature.getDescription();
        return new Offer(feature.getName(), feature.getVersion(), description, needs);
    }

    private static boolean hasFunctions(Repository repository) {
        return Arrays.stream(asking(repository::getFeatures))
                .anyMatch(feature -> Offers.idOf(feature.getName()) != null);
    }

    private static void doing(Change change) throws RefusedException {
        try {
            change.run();
        } catch (Exception refused) {
            throw new RefusedException(refused);
        }
    }

    private static <T> T asking(Question<T> question) {
        try {
            return question.answer();
        } catch (Exception broken) {
            throw new IllegalStateException("The features service cannot tell what there is", broken);
        }
    }

    @FunctionalInterface
    private interface Change {
        void run() throws Exception;
    }

    @FunctionalInterface
    private interface Question<T> {
        T answer() throws Exception;
    }
}
