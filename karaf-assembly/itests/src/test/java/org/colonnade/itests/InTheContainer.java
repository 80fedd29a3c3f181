package org.colonnade.itests;

import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.karaf.features.FeaturesService;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/** What can only be seen from inside the real distribution; one container for all of it, because a start costs half a minute. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class InTheContainer {

    @Inject
    private BundleContext context;

    @Inject
    private FeaturesService features;

    @Configuration
    public static Option[] container() {
        int port = House.freePort();
        Path home = Path.of("target", "exam", "home-" + port).toAbsolutePath();
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(new File(System.getProperty("colonnade.distribution")).toURI().toString())
                    .name("Colonnade")
                    .unpackDirectory(new File("target/exam"))
                    .useDeployFolder(false),
            keepRuntimeFolder(),
            editConfigurationFilePut("etc/system.properties", "colonnade.home", home.toString()),
            editConfigurationFilePut("etc/system.properties", "colonnade.http.port", Integer.toString(port)),
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg",
                    "org.ops4j.pax.url.mvn.localRepository",
                    System.getProperty("colonnade.repository")),
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.defaultLocalRepoAsRemote", "true"),
            systemProperty("colonnade.port").value(Integer.toString(port)),
            systemProperty("colonnade.scratch").value(home.resolveSibling("scratch-" + port).toString()),
            vmOptions("-Xmx512m", "-Duser.timezone=UTC"),
        };
    }

    @Test
    public void functionAlone() throws Exception {
        new FunctionAlone(context, features).eachFeatureResolvesAndStartsAlone();
    }

    @Test
    public void quietInstall() throws Exception {
        new QuietInstall(context, features).nobodyElseNotices();
    }
}
