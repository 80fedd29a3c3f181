package org.colonnade.testkit.contract;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.testkit.ModuleContract;

/** A function named {@code fake}, written to a folder and compiled on the spot, so that a test shows its break in the test's own text. */
final class FakeFunction implements AutoCloseable {

    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum|@interface)\\s+(\\w+)");
    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");

    private final Path folder;
    private final List<Path> coreSources = new ArrayList<>();
    private final List<Path> apiSources = new ArrayList<>();
    private final List<Object> resources = new ArrayList<>();
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private List<Permission> permissions = List.of();
    private URLClassLoader loader;

    FakeFunction(Path folder) {
        this.folder = folder;
    }

    FakeFunction core(String source) throws IOException {
        coreSources.add(source("fake-core", source));
        return this;
    }

    FakeFunction api(String source) throws IOException {
        apiSources.add(source("fake-api", source));
        return this;
    }

    FakeFunction file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    FakeFunction allows(Permission... declared) {
        permissions = List.of(declared);
        return this;
    }

    /** Compiles everything and makes the resources of these classes. */
    FakeFunction built(String... resourceClasses) throws Exception {
        compile(apiSources, "fake-api");
        compile(coreSources, "fake-core");
        loader = new URLClassLoader(
                new URL[] {
                    classes("fake-api").toUri().toURL(),
                    classes("fake-core").toUri().toURL()
                },
                before);
        Thread.currentThread().setContextClassLoader(loader);
        for (String name : resourceClasses) {
            resources.add(loader.loadClass(name).getDeclaredConstructor().newInstance());
        }
        return this;
    }

    ModuleContract contract() {
        return new Contract();
    }

    @Override
    public void close() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        if (loader != null) {
            loader.close();
        }
    }

    private Path classes(String bundle) {
        return folder.resolve(bundle).resolve("target/classes");
    }

    private Path source(String bundle, String text) throws IOException {
        Matcher inPackage = PACKAGE.matcher(text);
        assertTrue("a source names its package", inPackage.find());
        Matcher type = TYPE.matcher(text);
        String name = type.find() ? type.group(1) : "package-info";
        Path file = folder.resolve(bundle)
                .resolve("src/main/java")
                .resolve(inPackage.group(1).replace('.', '/'))
                .resolve(name + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void compile(List<Path> sources, String bundle) throws IOException {
        Files.createDirectories(classes(bundle));
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> options = List.of(
                "-proc:none",
                "-classpath",
                path + java.io.File.pathSeparator + classes("fake-api"),
                "-d",
                classes(bundle).toString());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            assertTrue(
                    "the fixture compiles",
                    compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                            .call());
        }
    }

    private final class Contract extends ModuleContract {

        @Override
        protected Path baseFolder() {
            return folder.resolve("fake-core");
        }

        @Override
        protected Module module() {
            return new FakeModule();
        }
    }

    private final class FakeModule implements Module {

        @Override
        public String id() {
            return "fake";
        }

        @Override
        public Map<String, String> labels() {
            return Map.of("en", "Fake", "th", "ของปลอม");
        }

        @Override
        public List<Permission> permissions() {
            return permissions;
        }

        @Override
        public List<Object> resources() {
            return resources;
        }
    }
}
