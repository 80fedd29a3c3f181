package org.colonnade.platform.rest.internal.resource;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.cxf.jaxrs.lifecycle.ResourceProvider;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.Parameter;
import org.colonnade.platform.api.web.Placed;
import org.colonnade.platform.api.web.Requires;

/** An operation as its method declares it; CXF's own model of a parameter does not know its Java type. */
public final class Declared {

    private static final Pattern ROLE = Pattern.compile("\\{([a-z-]+)}");
    private static final Pattern SUFFIX = Pattern.compile("(Resource|Resources|Actions|Desk|Api)$");

    private Declared() {}

    /** The instance, where one class serves in many places; null for all others. */
    public static Placed placed(OperationResourceInfo operation) {
        ResourceProvider provider = operation.getClassResourceInfo().getResourceProvider();
        return provider != null && provider.isSingleton() && provider.getInstance(null) instanceof Placed placed
                ? placed
                : null;
    }

    /** {@code <module>.<resource>.<method>}: what the operation is called in the API's description, in the log and in metrics. */
    public static String name(OperationResourceInfo operation, String module) {
        String type = SUFFIX.matcher(
                        operation.getClassResourceInfo().getServiceClass().getSimpleName())
                .replaceFirst("");
        Placed placed = placed(operation);
        String resource = placed != null
                ? placed.place()
                : type.isEmpty() ? "root" : Character.toLowerCase(type.charAt(0)) + type.substring(1);
        return module + '.' + resource + '.' + operation.getMethodToInvoke().getName();
    }

    /** The permission that the operation needs, or null for an open one. */
    public static String permission(OperationResourceInfo operation) {
        Requires requires = method(operation).getAnnotation(Requires.class);
        if (requires == null) {
            return null;
        }
        Matcher role = ROLE.matcher(requires.value());
        Placed placed = role.matches() ? placed(operation) : null;
        return placed == null ? requires.value() : placed.permission(role.group(1));
    }

    /** The record that an operation's words name. */
    public static Class<?> meant(OperationResourceInfo operation, Class<?> named) {
        Placed placed = named == Placed.View.class || named == Placed.Draft.class ? placed(operation) : null;
        return placed == null ? named : placed.type(named);
    }

    /** The method that carries the annotations. */
    public static Method method(OperationResourceInfo operation) {
        return operation.getAnnotatedMethod() == null ? operation.getMethodToInvoke() : operation.getAnnotatedMethod();
    }

    /** A parameter's class. */
    public static Class<?> type(OperationResourceInfo operation, Parameter parameter) {
        return method(operation).getParameterTypes()[parameter.getIndex()];
    }

    /** A parameter's type with its arguments. */
    public static Type generic(OperationResourceInfo operation, Parameter parameter) {
        return method(operation).getGenericParameterTypes()[parameter.getIndex()];
    }
}
