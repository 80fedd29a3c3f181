package org.colonnade.platform.rest.internal.resource;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.Parameter;

/** An operation as its method declares it; CXF's own model of a parameter does not know its Java type. */
public final class Declared {

    private Declared() {}

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
