package org.colonnade.platform.rest.internal.resource;

import java.lang.reflect.Method;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.Parameter;
import org.apache.cxf.jaxrs.model.ParameterType;
import org.colonnade.platform.api.web.Keeps;
import org.colonnade.platform.api.web.MergePatch;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Operation;
import org.colonnade.platform.api.web.Requires;
import org.colonnade.platform.api.web.Scope;
import org.colonnade.platform.rest.internal.json.JsonBodies;

/**
 * What a resource method demands of a request before it is entered, read once from its declaration.
 *
 * @param name what it is called in the log and in metrics
 * @param permission the permission's name, or null for an open one
 * @param scope what one with a permission reaches; null for an open one
 * @param open whom an open one lets in, or null
 * @param query its query parameters, each with whether it may be repeated
 * @param anyQuery whether it reads the query by itself
 * @param body the kind of its body
 * @param answersJson whether it answers JSON without having declared media types
 * @param module the id of the module that it belongs to
 * @param keeps what is remembered of a request with a key; null where keys mean nothing
 */
public record OperationRule(
        String name,
        String permission,
        Scope scope,
        Open.To open,
        Map<String, Boolean> query,
        boolean anyQuery,
        BodyKind body,
        boolean answersJson,
        String module,
        Keeps keeps) {

    static OperationRule of(OperationResourceInfo operation, String module) {
        Method method = Declared.method(operation);
        Open open = method.getAnnotation(Open.class);
        Requires requires = method.getAnnotation(Requires.class);
        return new OperationRule(
                Declared.name(operation, module),
                Declared.permission(operation),
                requires == null ? null : requires.scope(),
                open == null ? null : open.value(),
                query(operation),
                readsQueryItself(method),
                body(operation),
                isUndeclared(operation.getProduceTypes()) && JsonBodies.isJson(method.getReturnType()),
                module,
                keeps(operation));
    }

    /** What is remembered of a POST with a key; null where keys mean nothing: for other methods, and where nobody is recognised. */
    public static Keeps keeps(OperationResourceInfo operation) {
        Open open = Declared.method(operation).getAnnotation(Open.class);
        if (!HttpMethod.POST.equals(operation.getHttpMethod()) || open != null && open.value() == Open.To.EVERYBODY) {
            return null;
        }
        Operation words = Declared.method(operation).getAnnotation(Operation.class);
        return words == null ? Keeps.ANSWER : words.keeps();
    }

    private static Map<String, Boolean> query(OperationResourceInfo operation) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.getType() == ParameterType.QUERY) {
                names.put(parameter.getName(), Collection.class.isAssignableFrom(Declared.type(operation, parameter)));
            }
        }
        return names;
    }

    private static boolean readsQueryItself(Method method) {
        for (Class<?> type : method.getParameterTypes()) {
            if (type == UriInfo.class) {
                return true;
            }
        }
        return false;
    }

    private static BodyKind body(OperationResourceInfo operation) {
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.getType() == ParameterType.REQUEST_BODY) {
                return kind(operation, Declared.type(operation, parameter));
            }
        }
        return BodyKind.NONE;
    }

    private static BodyKind kind(OperationResourceInfo operation, Class<?> type) {
        if (type == MergePatch.class) {
            return BodyKind.PATCH;
        }
        boolean json = JsonBodies.isJson(type)
                && operation.getConsumeTypes().stream().anyMatch(MediaType.APPLICATION_JSON_TYPE::isCompatible);
        return json ? BodyKind.JSON : BodyKind.BYTES;
    }

    private static boolean isUndeclared(Collection<MediaType> types) {
        return types.stream().allMatch(MediaType::isWildcardType);
    }

    /** What kind of body an operation reads. */
    public enum BodyKind {
        NONE,
        JSON,
        PATCH,
        BYTES
    }
}
