package org.colonnade.platform.rest.internal.shortcut;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.Parameter;
import org.apache.cxf.jaxrs.model.ParameterType;
import org.colonnade.platform.rest.internal.door.Visit;
import org.colonnade.platform.rest.internal.json.JsonBodies;
import org.colonnade.platform.rest.internal.resource.Declared;
import org.colonnade.platform.rest.internal.resource.Guard;
import org.colonnade.platform.rest.internal.resource.OperationRule;

/** Answers one operation from CXF's model of it: guard, parameters, method, answer, in the order of CXF's chain. */
final class Shortcut {

    private final OperationRule rule;
    private final Method method;
    private final Object resource;
    private final Slot[] slots;
    private final int body;
    private final PlainAnswer answer;

    private Shortcut(OperationResourceInfo operation, OperationRule rule, Slot[] slots, PlainAnswer answer) {
        this.rule = rule;
        this.method = operation.getMethodToInvoke();
        this.resource = operation.getClassResourceInfo().getResourceProvider().getInstance(null);
        this.slots = slots;
        this.body = body(operation);
        this.answer = answer;
    }

    /** @return null if the operation needs more of CXF than its model */
    static Shortcut of(OperationResourceInfo operation, OperationRule rule, JsonBodies json, PlainAnswer answer) {
        List<Parameter> parameters = operation.getParameters();
        if (rule == null
                || !answersJson(operation)
                || parameters.size() != operation.getMethodToInvoke().getParameterCount()) {
            return null;
        }
        Slot[] slots = new Slot[parameters.size()];
        for (Parameter parameter : parameters) {
            Slot slot = Slot.of(operation, parameter, rule.body(), json);
            if (slot == null) {
                return null;
            }
            slots[parameter.getIndex()] = slot;
        }
        return new Shortcut(operation, rule, slots, answer);
    }

    /** A {@code Response} says only by its declared media type what it holds. */
    private static boolean answersJson(OperationResourceInfo operation) {
        Class<?> type = Declared.method(operation).getReturnType();
        List<MediaType> types = operation.getProduceTypes();
        boolean json = types.size() == 1 && MediaType.APPLICATION_JSON_TYPE.equals(types.get(0));
        boolean undeclared = types.stream().allMatch(MediaType::isWildcardType);
        return json && type == Response.class
                || (json || undeclared)
                        && type != Response.class
                        && type != Object.class
                        && (type == void.class || JsonBodies.isJson(type))
                        && !CompletionStage.class.isAssignableFrom(type);
    }

    /** What is sent is read before what stands in the head, as in CXF: a caller with two faults hears of the same one. */
    private static int body(OperationResourceInfo operation) {
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.getType() == ParameterType.REQUEST_BODY) {
                return parameter.getIndex();
            }
        }
        return -1;
    }

    /** Answers the request; what is thrown is refused by the front door, in the words that CXF's chain would have found. */
    void answer(PlainRequest request, HttpServletResponse response) throws IOException {
        Guard.check(rule, request.request(), Visit.of(request.request()));
        answer.write(call(parameters(request)), response);
    }

    private Object[] parameters(PlainRequest request) throws IOException {
        Object[] values = new Object[slots.length];
        if (body >= 0) {
            values[body] = slots[body].read(request);
        }
        for (int i = 0; i < slots.length; i++) {
            if (i != body) {
                values[i] = slots[i].read(request);
            }
        }
        return values;
    }

    private Object call(Object[] parameters) {
        try {
            return method.invoke(resource, parameters);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
