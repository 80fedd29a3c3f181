package org.colonnade.testkit.contract;

import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Placed;
import org.colonnade.platform.api.web.Requires;

/** What each resource method declares. JAX-RS is known by the names of its annotations, so the testkit needs none of its versions. */
public final class ResourceRule {

    private static final String JAX_RS = "javax.ws.rs.";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> VERBS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    private ResourceRule() {}

    /** What is missing on the methods of the module's resources, and resources that the module forgot to hand over. */
    public static List<String> faults(FunctionFolder function, Module module) {
        List<String> faults = new ArrayList<>();
        Set<Class<?>> handedOver = new HashSet<>();
        module.resources().forEach(resource -> handedOver.add(resource.getClass()));
        for (Class<?> type : FunctionFolder.loaded(function.coreClasses())) {
            if (Placed.class.isAssignableFrom(type) && has(type, "Path")) {
                placed(type, faults);
            } else if (has(type, "Path") && !type.isInterface() && !handedOver.contains(type)) {
                faults.add(type.getSimpleName() + " has @Path, but the module does not hand it over");
            }
        }
        Set<String> declared =
                module.permissions().stream().map(Permission::name).collect(Collectors.toSet());
        for (Class<?> type : handedOver) {
            Arrays.stream(type.getMethods())
                    .filter(method -> verb(method).isPresent())
                    .forEach(method -> look(method, declared, faults));
        }
        return faults.stream().sorted().toList();
    }

    /** A class that serves in many places names its permissions by role; which they are is its instances'. */
    private static void placed(Class<?> type, List<String> faults) {
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> verb(method).isPresent())
                .forEach(method -> {
                    Requires requires = method.getAnnotation(Requires.class);
                    Operation operation = method.getAnnotation(Operation.class);
                    if (requires == null || !requires.value().matches("\\{[a-z-]+}")) {
                        faults.add(type.getSimpleName() + '.' + method.getName() + " requires no role of its place");
                    }
                    if (operation == null || operation.value().isBlank()) {
                        faults.add(type.getSimpleName() + '.' + method.getName()
                                + " has no @Operation that says what it does");
                    }
                });
    }

    private static void look(Method method, Set<String> declared, List<String> faults) {
        String place = method.getDeclaringClass().getSimpleName() + '.' + method.getName() + ' ';
        Requires requires = method.getAnnotation(Requires.class);
        if ((requires == null) == (method.getAnnotation(Open.class) == null)) {
            faults.add(
                    place + "has " + (requires == null ? "neither @Requires nor @Open" : "both @Requires and @Open"));
        }
        if (requires != null && !declared.contains(requires.value())) {
            faults.add(place + "requires " + requires.value() + ", which the module does not declare");
        }
        Operation operation = method.getAnnotation(Operation.class);
        if (operation == null || operation.value().isBlank()) {
            faults.add(place + "has no @Operation that says what it does");
        } else {
            example(method, operation).ifPresent(fault -> faults.add(place + fault));
        }
    }

    private static Optional<String> example(Method method, Operation operation) {
        Optional<Parameter> body = body(method);
        if (READING.contains(verb(method).orElseThrow()) || body.isEmpty()) {
            return operation.example().isEmpty() ? Optional.empty() : Optional.of("has an example, but takes no body");
        }
        if (InputStream.class.isAssignableFrom(body.get().getType()) || !takesJson(method)) {
            return operation.example().isBlank() ? Optional.of("takes a body, but shows no example") : Optional.empty();
        }
        Class<?> type = body.get().getType() == MergePatch.class
                ? operation.patches()
                : body.get().getType();
        return type == void.class
                ? Optional.of("takes a patch, but does not say of what")
                : ExampleJson.fault(operation.example(), type);
    }

    private static Optional<Parameter> body(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> Arrays.stream(parameter.getAnnotations()).noneMatch(ResourceRule::isJaxRs))
                .findFirst();
    }

    private static boolean takesJson(Method method) {
        String consumes =
                consumes(method).or(() -> consumes(method.getDeclaringClass())).orElse("json");
        return consumes.contains("json");
    }

    private static Optional<String> consumes(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .filter(one -> one.annotationType().getName().equals(JAX_RS + "Consumes"))
                .map(Annotation::toString)
                .findFirst();
    }

    private static Optional<String> verb(Method method) {
        return VERBS.stream().filter(verb -> has(method, verb)).findFirst();
    }

    private static boolean has(AnnotatedElement element, String annotation) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(one -> one.annotationType().getName().equals(JAX_RS + annotation));
    }

    private static boolean isJaxRs(Annotation annotation) {
        return annotation.annotationType().getName().startsWith(JAX_RS);
    }
}
