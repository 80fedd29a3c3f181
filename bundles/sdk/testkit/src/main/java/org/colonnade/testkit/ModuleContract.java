package org.colonnade.testkit;

import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.colonnade.platform.api.Module;
import org.colonnade.testkit.contract.BundleRule;
import org.colonnade.testkit.contract.ConfigurationKeys;
import org.colonnade.testkit.contract.EventRule;
import org.colonnade.testkit.contract.FileSizeRule;
import org.colonnade.testkit.contract.FunctionFolder;
import org.colonnade.testkit.contract.LayerRule;
import org.colonnade.testkit.contract.PermissionRule;
import org.colonnade.testkit.contract.QueryTextRule;
import org.colonnade.testkit.contract.ReadmeRule;
import org.colonnade.testkit.contract.ReferenceRule;
import org.colonnade.testkit.contract.ResourceRule;
import org.colonnade.testkit.contract.TableRule;
import org.junit.Test;

/**
 * The house rules that every function keeps. A function's core bundle has one test class that extends this one, names its module, and gets
 * all of them:
 *
 * <pre>
 * public class CrmModuleTest extends ModuleContract {
 *     &#64;Override
 *     protected Module module() {
 *         return new CrmModule(...);
 *     }
 * }
 * </pre>
 *
 * <p>Everything is read from the compiled classes, the resources and the files beside them. The manifest and the component descriptions
 * are not: bnd writes them after the tests have run, so a test could only see those of the build before. What they will say follows from
 * the annotations in the classes, and these are read here; a rule that holds for the annotations holds for what bnd makes of them.
 */
public abstract class ModuleContract {

    /** The module; its collaborators may be null as long as it can name its permissions and resources. */
    protected abstract Module module();

    /** The folder of the core bundle: Maven's {@code basedir}. */
    protected Path baseFolder() {
        return Path.of(System.getProperty("basedir", System.getProperty("user.dir")));
    }

    /** The function's README: beside the bundles of a function of two, otherwise in the bundle's own folder. */
    protected Path readme() {
        return function().readme();
    }

    @Test
    public void theCoreExportsNothing() {
        holds("A core bundle exports nothing", BundleRule.exportsNothing(function()));
    }

    @Test
    public void theApiPackagesHaveVersions() {
        holds("Each package of an api bundle has @Export and @Version", BundleRule.apiIsVersioned(function()));
    }

    @Test
    public void theApiStandsAlone() {
        holds("An api bundle uses java, the platform api and itself", LayerRule.apiStandsAlone(function()));
    }

    @Test
    public void theRulesArePlainJava() {
        holds("internal.domain is plain Java", LayerRule.domainIsPlain(function()));
    }

    @Test
    public void theTimeComesFromAClock() {
        holds("Nobody asks for the time without a java.time.Clock", LayerRule.timeComesFromAClock(function()));
    }

    @Test
    public void onlyTheStoreKnowsPersistence() {
        holds("Only internal.store uses javax.persistence", LayerRule.onlyTheStoreKnowsPersistence(function()));
    }

    @Test
    public void queryTextsAreConstants() {
        holds("The text of a query is a constant", QueryTextRule.faults(function()));
    }

    @Test
    public void theReadmeHasItsHeadings() {
        holds("README.md has its headings", ReadmeRule.headings(readme()));
    }

    @Test
    public void theReadmeNamesEverything() {
        holds(
                "README.md names each permission, event type and configuration key",
                ReadmeRule.names(readme(), module(), EventRule.types(function()), ConfigurationKeys.of(function())));
    }

    @Test
    public void configurationKeysExplainThemselves() {
        holds("Each configuration key has a description", ConfigurationKeys.undescribed(function()));
    }

    @Test
    public void resourcesSayWhoMayEnterAndWhatTheyDo() {
        holds("Each resource method has @Requires or @Open, and @Operation", ResourceRule.faults(function(), module()));
    }

    @Test
    public void permissionsAreDeclaredAndLabelled() {
        holds("Each permission is declared once and labelled in en and th", PermissionRule.faults(module()));
    }

    @Test
    public void eventsSurviveJson() {
        holds("Each event has its type and survives JSON there and back", EventRule.faults(function(), module()));
    }

    @Test
    public void tablesCarryThePrefix() {
        holds("Each table belongs to the function", TableRule.faults(function(), module().id()));
    }

    @Test
    public void optionalPartnersMayComeAndGo() {
        holds("An optional reference is dynamic or greedy", ReferenceRule.faults(function()));
    }

    @Test
    public void filesAreShort() {
        holds("No Java file has more than " + FileSizeRule.MOST_LINES + " lines", FileSizeRule.faults(function()));
    }

    private FunctionFolder function() {
        return new FunctionFolder(baseFolder());
    }

    private static void holds(String rule, List<String> faults) {
        assertTrue(rule + ", but:\n  " + String.join("\n  ", faults), faults.isEmpty());
    }
}
