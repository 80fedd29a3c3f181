package org.colonnade.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The keys of a function's configurations, from its {@code @ObjectClassDefinition} types. */
public final class ConfigurationKeys {

    private static final String OCD = "org.osgi.service.metatype.annotations.ObjectClassDefinition";
    private static final String AD = "org.osgi.service.metatype.annotations.AttributeDefinition";

    private ConfigurationKeys() {}

    /** Every key, as it is written in a configuration file. */
    public static List<String> of(FunctionFolder function) {
        List<String> keys = new ArrayList<>();
        eachKey(function, (type, method) -> keys.add(key(method.name)));
        return keys;
    }

    /** Keys that do not explain themselves. */
    public static List<String> undescribed(FunctionFolder function) {
        List<String> faults = new ArrayList<>();
        eachKey(function, (type, method) -> {
            String description = Bytecode.annotation(method.visibleAnnotations, method.invisibleAnnotations, AD)
                    .map(definition -> Bytecode.value(definition, "description"))
                    .orElse("");
            if (description.isBlank()) {
                faults.add(Bytecode.name(type) + '.' + method.name + " has no @AttributeDefinition with a description");
            }
            if (method.annotationDefault == null) {
                faults.add(Bytecode.name(type) + '.' + method.name
                        + " has no default, so it does not work without a file");
            }
        });
        return faults;
    }

    /** The mapping of Declarative Services from a method's name to a key (OSGi Compendium 112.8.2.1). */
    static String key(String method) {
        return method.replace("$_$", "\0-")
                .replace("__", "\0u")
                .replace("$$", "\0d")
                .replace("$", "")
                .replace('_', '.')
                .replace("\0-", "-")
                .replace("\0u", "_")
                .replace("\0d", "$");
    }

    private static void eachKey(FunctionFolder function, KeyVisitor visitor) {
        for (ClassNode type : Bytecode.classes(function.coreClasses())) {
            if (Bytecode.annotation(type, OCD).isPresent()) {
                type.methods.stream()
                        .filter(method -> !method.name.startsWith("<"))
                        .forEach(method -> visitor.visit(type, method));
            }
        }
    }

    private interface KeyVisitor {
        void visit(ClassNode type, MethodNode method);
    }
}
