package org.colonnade.testkit.contract;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Where a function's files lie.
 *
 * @param core the folder of the core bundle, or of the only one
 */
public record FunctionFolder(Path core) {

    private static final Map<Path, JavaClasses> READ = new ConcurrentHashMap<>();

    /** The compiled classes of the core bundle. */
    public Path coreClasses() {
        return core.resolve("target/classes");
    }

    /** The folder of the api bundle beside it; it may be missing. */
    public Path api() {
        String name = core.toAbsolutePath().normalize().getFileName().toString();
        return core.resolveSibling(isOneOfTwo() ? name.replaceAll("-core$", "-api") : "no-api-beside-" + name);
    }

    /** The compiled classes of the api bundle; the folder may be missing. */
    public Path apiClasses() {
        return api().resolve("target/classes");
    }

    /** The README of the function. */
    public Path readme() {
        return isOneOfTwo() ? core.resolveSibling("README.md") : core.resolve("README.md");
    }

    /** The core's classes, as ArchUnit sees them. */
    public JavaClasses importedCore() {
        return imported(coreClasses());
    }

    /** The api's classes, as ArchUnit sees them. */
    public JavaClasses importedApi() {
        return imported(apiClasses());
    }

    /** Every class file below a folder. */
    static List<Path> classFiles(Path folder) {
        return files(folder, ".class");
    }

    /** Every file below a folder whose name ends so, in order; none if there is no such folder. */
    static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The classes below a folder, loaded but not initialised. */
    static List<Class<?>> loaded(Path folder) {
        return classFiles(folder).stream()
                .map(file ->
                        folder.relativize(file).toString().replace('/', '.').replace('\\', '.'))
                .filter(name -> !name.endsWith("-info.class"))
                .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                .toList();
    }

    private boolean isOneOfTwo() {
        return core.toAbsolutePath().normalize().getFileName().toString().endsWith("-core");
    }

    private static JavaClasses imported(Path folder) {
        return READ.computeIfAbsent(
                folder.toAbsolutePath().normalize(), path -> new ClassFileImporter().importPath(path));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException("Compiled, but not on the class path of the tests: " + name, absent);
        }
    }
}
