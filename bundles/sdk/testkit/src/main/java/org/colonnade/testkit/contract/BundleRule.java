package org.colonnade.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.tree.ClassNode;

/** What a bundle shows and promises: bnd exports the packages whose package-info says so, and nothing else. */
public final class BundleRule {

    private static final String EXPORT = "org.osgi.annotation.bundle.Export";
    private static final String VERSION = "org.osgi.annotation.versioning.Version";
    private static final List<String> LOOSE = List.of(
            "Export-Package", "-exportcontents", "-exportpackage", "DynamicImport-Package", "resolution:=optional");

    private BundleRule() {}

    /** Packages that the core exports, and instructions by which bnd would open or loosen it. */
    public static List<String> exportsNothing(FunctionFolder function) {
        List<String> faults = new ArrayList<>();
        for (ClassNode node : Bytecode.classes(function.coreClasses())) {
            Bytecode.annotation(node, EXPORT).ifPresent(export -> faults.add(Bytecode.name(node) + " has @Export"));
        }
        Path instructions = function.core().resolve("bnd.bnd");
        String text = Files.isRegularFile(instructions) ? read(instructions) : "";
        LOOSE.stream().filter(text::contains).forEach(loose -> faults.add("bnd.bnd says " + loose));
        return faults;
    }

    /** Packages of the api that lack a package-info, an export or a version. */
    public static List<String> apiIsVersioned(FunctionFolder function) {
        Map<String, ClassNode> packages = new TreeMap<>();
        for (ClassNode node : Bytecode.classes(function.apiClasses())) {
            String name = Bytecode.name(node);
            packages.merge(name.substring(0, name.lastIndexOf('.')), node, (one, other) -> isInfo(one) ? one : other);
        }
        List<String> faults = new ArrayList<>();
        packages.forEach((name, info) -> {
            if (!isInfo(info)) {
                faults.add(name + " has no package-info");
                return;
            }
            if (Bytecode.annotation(info, EXPORT).isEmpty()) {
                faults.add(name + " has no @Export");
            }
            if (Bytecode.annotation(info, VERSION).isEmpty()) {
                faults.add(name + " has no @Version");
            }
        });
        return faults;
    }

    private static boolean isInfo(ClassNode node) {
        return node.name.endsWith("/package-info");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
