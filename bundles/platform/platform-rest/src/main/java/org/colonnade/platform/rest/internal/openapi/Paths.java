package org.colonnade.platform.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.rest.internal.resource.Declared;

/** Where each operation stands in the document, and what it is called. */
final class Paths {

    private static final Pattern EXPRESSION = Pattern.compile("\\{\\s*([\\w.-]+)\\s*:(?:[^{}]|\\{[^{}]*})*}");

    private final ObjectNode paths;
    private final Set<String> taken = new HashSet<>();

    Paths(ObjectNode paths) {
        this.paths = paths;
    }

    void put(String path, String method, ObjectNode operation) {
        paths.withObjectProperty(path).set(method.toLowerCase(Locale.ROOT), operation);
    }

    /** The address of an operation, as templates of OpenAPI. */
    static String of(Module module, OperationResourceInfo operation) {
        String below = operation.getClassResourceInfo().getURITemplate().getValue()
                + '/'
                + operation.getURITemplate().getValue();
        String path = "/api/" + module.path() + '/' + EXPRESSION.matcher(below).replaceAll("{$1}");
        return path.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }

    /** The group that an operation is shown in. */
    static String tag(Module module, OperationResourceInfo operation) {
        String first = operation
                .getClassResourceInfo()
                .getURITemplate()
                .getValue()
                .replaceFirst("^/", "")
                .split("[/{]", 2)[0];
        return first.isEmpty() ? module.id() : module.id() + " / " + first;
    }

    /** {@code <module>.<resource>.<method>}, once in the document. */
    String operationId(Module module, OperationResourceInfo operation) {
        String wished = Declared.name(operation, module.id());
        String id = wished;
        for (int i = 2; !taken.add(id); i++) {
            id = wished + i;
        }
        return id;
    }
}
