package org.colonnade.platform.rest.internal.shortcut;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.ext.ParamConverter;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.Parameter;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.rest.internal.json.JsonBodies;
import org.colonnade.platform.rest.internal.resource.Declared;
import org.colonnade.platform.rest.internal.resource.OperationRule.BodyKind;
import org.colonnade.platform.rest.internal.resource.Parameters;

/** Reads one parameter of a resource method, as CXF's model declares it. */
@FunctionalInterface
interface Slot {

    /** The parameter's value. */
    Object read(PlainRequest request) throws IOException;

    /** @return null for a parameter that only CXF reads */
    static Slot of(OperationResourceInfo operation, Parameter parameter, BodyKind body, JsonBodies json) {
        Class<?> type = Declared.type(operation, parameter);
        Type generic = Declared.generic(operation, parameter);
        if (parameter.isEncoded() || operation.isEncodedEnabled()) {
            return null;
        }
        return switch (parameter.getType()) {
            case PATH -> ofPath(operation, parameter, type);
            case QUERY -> type == List.class
                    ? ofList(operation, parameter, generic)
                    : ofQuery(operation, parameter, type);
            case HEADER -> {
                Text text = Text.of(operation, parameter, type);
                yield text == null
                        ? null
                        : request -> text.value(request.request().getHeader(parameter.getName()));
            }
            case CONTEXT -> type == Actor.class ? request -> Caller.current().actor() : null;
            case REQUEST_BODY -> body == BodyKind.JSON || body == BodyKind.PATCH
                    ? request -> json.read(type, generic, request.request().getInputStream())
                    : null;
            default -> null;
        };
    }

    private static Slot ofPath(OperationResourceInfo operation, Parameter parameter, Class<?> type) {
        Text text = Text.of(operation, parameter, type);
        int index = -1;
        String[] template = Vocabulary.template(operation);
        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{")
                    && template[i]
                            .substring(1, template[i].length() - 1)
                            .strip()
                            .equals(parameter.getName())) {
                index = i;
            }
        }
        int segment = index;
        return text == null || segment < 0 ? null : request -> text.value(request.segment(segment));
    }

    private static Slot ofQuery(OperationResourceInfo operation, Parameter parameter, Class<?> type) {
        Text text = Text.of(operation, parameter, type);
        return text == null
                ? null
                : request -> {
                    List<String> values = request.query(parameter.getName());
                    return text.value(values == null ? null : values.get(0));
                };
    }

    private static Slot ofList(OperationResourceInfo operation, Parameter parameter, Type generic) {
        Text text =
                generic instanceof ParameterizedType list && list.getActualTypeArguments()[0] instanceof Class<?> type
                        ? Text.of(operation, parameter, type)
                        : null;
        if (text == null || parameter.getDefaultValue() != null) {
            return null;
        }
        return request -> {
            List<Object> all = new ArrayList<>();
            List<String> values = request.query(parameter.getName());
            if (values != null) {
                values.forEach(value -> all.add(text.value(value)));
            }
            return all;
        };
    }

    /**
     * How the text of a parameter is read.
     *
     * @param converter the same that CXF asks
     * @param missing what stands in for a text that is not there; null if nothing does
     */
    record Text(ParamConverter<?> converter, String missing) {

        static Text of(OperationResourceInfo operation, Parameter parameter, Class<?> type) {
            Annotation[] annotations = Declared.method(operation).getParameterAnnotations()[parameter.getIndex()];
            ParamConverter<?> converter = new Parameters().getConverter(type, type, annotations);
            String missing = parameter.getDefaultValue() != null
                    ? parameter.getDefaultValue()
                    : type == boolean.class ? "false" : type.isPrimitive() ? "0" : null;
            return converter == null || operation.getDefaultParameterValue() != null
                    ? null
                    : new Text(converter, missing);
        }

        Object value(String sent) {
            String text = sent == null ? missing : sent;
            return text == null ? null : converter.fromString(text);
        }
    }
}
