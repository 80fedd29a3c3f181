package org.colonnade.itests;

import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
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

    /** What Karaf's own start script gives the JVM; Pax Exam does not call that script. */
    private static final String[] KARAF_ON_MODULES = {
        "--add-reads=java.xml=java.logging",
        "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
        "--patch-module",
        "java.base=lib/endorsed/org.apache.karaf.specs.locator-" + System.getProperty("karaf.version") + ".jar",
        "--patch-module",
        "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + System.getProperty("karaf.version") + ".jar",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.net=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.naming/javax.naming.spi=ALL-UNNAMED",
        "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
        "--add-exports=java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
        "--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED",
    };

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
                    .frameworkUrl(new File(System.getProperty("colonnade.distribution"))
                            .toURI()
                            .toString())
                    .name("Colonnade")
                    .unpackDirectory(new File("target/exam"))
                    .useDeployFolder(false),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole(),
            editConfigurationFilePut(
                    "etc/config.properties",
                    "karaf.pid.file",
                    home.resolveSibling("pid-" + port).toString()),
            editConfigurationFilePut("etc/system.properties", "colonnade.home", home.toString()),
            editConfigurationFilePut("etc/system.properties", "colonnade.http.port", Integer.toString(port)),
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg",
                    "org.ops4j.pax.url.mvn.localRepository",
                    System.getProperty("colonnade.repository")),
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.defaultLocalRepoAsRemote", "true"),
            systemProperty("colonnade.port").value(Integer.toString(port)),
            systemProperty("colonnade.scratch")
                    .value(home.resolveSibling("scratch-" + port).toString()),
            vmOptions("-Xmx512m", "-Duser.timezone=UTC"),
            vmOptions(KARAF_ON_MODULES),
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

    @Test
    public void sheetsInside() throws Exception {
        new SheetsInside(context).tablesThereAndBack();
    }

    @Test
    public void jobsInside() throws Exception {
        new JobsInside(context).aJobOutlivesItsWorkerAndIsWatched();
    }
}
