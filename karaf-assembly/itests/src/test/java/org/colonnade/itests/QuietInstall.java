package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.apache.karaf.features.FeaturesService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/**
 * crm is installed, updated, removed and installed again while others ask the platform a hundred times a second: no other bundle stops,
 * no other request fails, crm itself answers or says when it will, its data is still there, and no class loader stays behind.
 */
final class QuietInstall {

    private static final String CORE = "colonnade-crm-core";
    private static final int ENDINGS =
            BundleEvent.STOPPING | BundleEvent.STOPPED | BundleEvent.UNRESOLVED | BundleEvent.UPDATED;

    private final BundleContext context;
    private final FeaturesService features;
    private final ConcurrentLinkedQueue<String> disturbed = new ConcurrentLinkedQueue<>();
    private final List<WeakReference<ClassLoader>> gone = new ArrayList<>();

    QuietInstall(BundleContext context, FeaturesService features) {
        this.context = context;
        this.features = features;
    }

    void nobodyElseNotices() throws Exception {
        URI base = URI.create("http://127.0.0.1:" + System.getProperty("colonnade.port"));
        Deadline.within(
                Duration.ofSeconds(60),
                () -> new Api(base, null).get("/health/ready").status() == 200);
        Api admin = Keys.admin(base, Path.of(System.getProperty("colonnade.home")));
        SynchronousBundleListener watch = event -> {
            String name = event.getBundle().getSymbolicName();
            if ((event.getType() & ENDINGS) != 0 && !name.startsWith("colonnade-crm-")) {
                disturbed.add(name + " got event " + event.getType());
            }
        };
        context.addBundleListener(watch);
        try (Traffic others = Traffic.on(admin, 100, "/api/platform/me", "/api/platform/functions", "/health/live");
                Traffic own = Traffic.on(admin, 20, "/api/crm/parties?limit=1")) {
            comeAndGo(admin);
            assertEquals("failed requests of others", List.of(), others.failures(answer -> answer.status() == 200));
            assertTrue("requests of others: " + others.count(), others.count() > 100);
            assertEquals(
                    "crm answers, or says when it will",
                    List.of(),
                    own.failures(answer -> answer.status() == 200
                            || answer.status() == 404 && answer.text().contains("platform.function.not-installed")
                            || answer.status() == 503 && answer.retryAfter() != null));
        } finally {
            context.removeBundleListener(watch);
        }
        assertEquals("bundles that were disturbed", List.of(), List.copyOf(disturbed));
        Deadline.within(Duration.ofSeconds(30), this::allCollected);
    }

    private void comeAndGo(Api admin) throws Exception {
        admin.post("/api/platform/functions/crm/install").expect(200);
        String party = admin.post("/api/crm/parties", Samples.person("Quiet Person", "quiet@example.com"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        String first = core().getVersion().toString();

        features.addRepository(nextVersion());
        admin.post("/api/platform/functions/crm/update").expect(200);
        assertEquals("9.9.9", core().getVersion().toString());
        admin.get("/api/crm/parties/" + party).expect(200);

        noteLoader();
        admin.post("/api/platform/functions/crm/remove").expect(200);
        Api.Answer away = admin.get("/api/crm/parties/" + party).expectProblem(503, "platform.function.stopped");
        assertTrue("Retry-After", away.retryAfter() != null);

        features.removeRepository(
                URI.create(features.getRepository("colonnade-crm-next").getURI().toString()));
        admin.post("/api/platform/functions/crm/install").expect(200);
        assertEquals(first, core().getVersion().toString());
        assertTrue(admin.get("/api/crm/parties/" + party).expect(200).text().contains("quiet@example.com"));

        for (int i = 0; i < 3; i++) {
            noteLoader();
            admin.post("/api/platform/functions/crm/remove").expect(200);
            admin.post("/api/platform/functions/crm/install").expect(200);
            admin.get("/api/crm/parties/" + party).expect(200);
        }
    }

    private Bundle core() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> CORE.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    private void noteLoader() {
        gone.add(new WeakReference<>(
                Objects.requireNonNull(core().adapt(BundleWiring.class)).getClassLoader()));
    }

    private boolean allCollected() {
        System.gc();
        return gone.stream().allMatch(loader -> loader.get() == null);
    }

    /** A repository with crm in a later version: the same classes in a bundle that says 9.9.9. */
    private URI nextVersion() throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("colonnade.scratch")));
        Path jar = folder.resolve("crm-core-next.jar");
        URI present = URI.create(core().getLocation());
        try (InputStream in = present.toURL().openStream();
                JarInputStream from = new JarInputStream(in)) {
            Manifest manifest = from.getManifest();
            manifest.getMainAttributes().putValue(Constants.BUNDLE_VERSION, "9.9.9");
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream to = new JarOutputStream(out, manifest)) {
                for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        to.putNextEntry(new ZipEntry(entry.getName()));
                        from.transferTo(to);
                    }
                }
            }
        }
        String api = Arrays.stream(context.getBundles())
                .filter(bundle -> "colonnade-crm-api".equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow()
                .getLocation();
        Path repository = folder.resolve("next-features.xml");
        Files.writeString(
                repository,
                """
                <features name="colonnade-crm-next" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                  <feature name="colonnade-crm" version="9.9.9" description="crm, the next version">
                    <feature>colonnade-platform</feature>
                    <bundle>%s</bundle>
                    <bundle>%s</bundle>
                  </feature>
                </features>
                """
                        .formatted(api, jar.toUri()));
        return repository.toUri();
    }
}
