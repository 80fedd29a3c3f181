package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.colonnade.platform.api.Module;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Each function's feature resolves and starts with nothing beside it but the platform. */
final class FunctionAlone {

    private static final Set<String> NO_FUNCTIONS = Set.of("colonnade-platform", "colonnade-all");

    private final BundleContext context;
    private final FeaturesService features;

    FunctionAlone(BundleContext context, FeaturesService features) {
        this.context = context;
        this.features = features;
    }

    void eachFeatureResolvesAndStartsAlone() throws Exception {
        List<String> functions = new ArrayList<>();
        for (Feature feature : features.listFeatures()) {
            if (feature.getName().startsWith("colonnade-") && !NO_FUNCTIONS.contains(feature.getName())) {
                functions.add(feature.getName());
            }
        }
        assertFalse("there are functions", functions.isEmpty());
        for (String function : functions) {
            startsAlone(function);
        }
    }

    private void startsAlone(String function) throws Exception {
        String id = function.substring("colonnade-".length());
        features.installFeature(
                function, EnumSet.of(FeaturesService.Option.NoAutoRefreshBundles, FeaturesService.Option.Verbose));
        Deadline.within(Duration.ofSeconds(30), () -> answers(id));
        assertEquals(function, List.of(), notActive());
        features.uninstallFeature(function);
        Deadline.within(Duration.ofSeconds(10), () -> !answers(id));
    }

    private boolean answers(String id) throws Exception {
        for (var reference : context.getServiceReferences(Module.class, null)) {
            Module module = context.getService(reference);
            if (module != null && module.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private List<String> notActive() {
        List<String> names = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            if (!fragment && bundle.getState() != Bundle.ACTIVE) {
                names.add(bundle.getSymbolicName() + " is in state " + bundle.getState());
            }
        }
        return names;
    }
}
