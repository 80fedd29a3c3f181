package org.colonnade.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * No optional reference is static and reluctant: a component that was made before its partner came would never see it. bnd writes the
 * component's description from these annotations, defaults as in OSGi Compendium 112: mandatory for a field of one service, many for a
 * collection, static for constructors and plain fields, dynamic for volatile fields, reluctant.
 */
public final class ReferenceRule {

    private static final String REFERENCE = "org.osgi.service.component.annotations.Reference";
    private static final Set<String> MAY_BE_EMPTY = Set.of("OPTIONAL", "MULTIPLE");
    private static final int VOLATILE = org.objectweb.asm.Opcodes.ACC_VOLATILE;

    private ReferenceRule() {}

    /** The references that would miss a partner. */
    public static List<String> faults(FunctionFolder function) {
        List<String> faults = new ArrayList<>();
        for (ClassNode type : Bytecode.classes(function.coreClasses())) {
            for (FieldNode field : type.fields) {
                boolean dynamic = (field.access & VOLATILE) != 0;
                look(
                        Bytecode.annotation(field.visibleAnnotations, field.invisibleAnnotations, REFERENCE),
                        isMany(field.desc),
                        dynamic,
                        Bytecode.name(type) + '.' + field.name,
                        faults);
            }
            type.methods.forEach(method -> look(type, method, faults));
        }
        return faults;
    }

    private static void look(ClassNode type, MethodNode method, List<String> faults) {
        String place = Bytecode.name(type) + '.' + method.name;
        look(
                Bytecode.annotation(method.visibleAnnotations, method.invisibleAnnotations, REFERENCE),
                false,
                false,
                place,
                faults);
        List<AnnotationNode>[] parameters = method.invisibleParameterAnnotations;
        for (int i = 0; parameters != null && i < parameters.length; i++) {
            boolean many = isMany(org.objectweb.asm.Type.getArgumentTypes(method.desc)[i].getDescriptor());
            look(
                    Bytecode.annotation(null, parameters[i], REFERENCE),
                    many,
                    false,
                    place + " parameter " + (i + 1),
                    faults);
        }
    }

    private static void look(
            Optional<AnnotationNode> reference, boolean many, boolean isVolatile, String place, List<String> faults) {
        reference.ifPresent(annotation -> {
            String cardinality = Bytecode.value(annotation, "cardinality");
            boolean empty = cardinality.isEmpty() ? many : MAY_BE_EMPTY.contains(cardinality);
            String policy = Bytecode.value(annotation, "policy");
            boolean dynamic = policy.isEmpty() ? isVolatile : policy.equals("DYNAMIC");
            if (empty && !dynamic && !Bytecode.value(annotation, "policyOption").equals("GREEDY")) {
                faults.add(place + " is optional, static and reluctant");
            }
        });
    }

    private static boolean isMany(String descriptor) {
        return descriptor.equals("Ljava/util/List;") || descriptor.equals("Ljava/util/Collection;");
    }
}
