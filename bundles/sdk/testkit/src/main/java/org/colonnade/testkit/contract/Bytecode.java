package org.colonnade.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/** Reads class files, for the annotations that are not kept at run time and for what methods do. */
final class Bytecode {

    private Bytecode() {}

    static List<ClassNode> classes(Path folder) {
        return FunctionFolder.classFiles(folder).stream().map(Bytecode::read).toList();
    }

    static Optional<AnnotationNode> annotation(
            List<AnnotationNode> visible, List<AnnotationNode> invisible, String type) {
        List<AnnotationNode> all = new ArrayList<>();
        all.addAll(visible == null ? List.of() : visible);
        all.addAll(invisible == null ? List.of() : invisible);
        String descriptor = 'L' + type.replace('.', '/') + ';';
        return all.stream().filter(one -> one.desc.equals(descriptor)).findFirst();
    }

    static Optional<AnnotationNode> annotation(ClassNode node, String type) {
        return annotation(node.visibleAnnotations, node.invisibleAnnotations, type);
    }

    /** An element of an annotation as text: of an enum its constant's name; empty if it was not given. */
    static String value(AnnotationNode annotation, String name) {
        List<Object> values = annotation.values == null ? List.of() : annotation.values;
        for (int i = 0; i < values.size(); i += 2) {
            if (values.get(i).equals(name)) {
                Object value = values.get(i + 1);
                return value instanceof String[] constant ? constant[1] : String.valueOf(value);
            }
        }
        return "";
    }

    static String name(ClassNode node) {
        return node.name.replace('/', '.');
    }

    private static ClassNode read(Path file) {
        try {
            ClassNode node = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(node, 0);
            return node;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
