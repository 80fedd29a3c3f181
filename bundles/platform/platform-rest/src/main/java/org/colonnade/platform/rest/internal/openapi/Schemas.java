package org.colonnade.platform.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.web.RawJson;
import org.colonnade.platform.rest.internal.json.Texts;

/**
 * The schemas of the records that cross the API, each under {@code components/schemas} as {@code <module>.<name>}; the platform's own
 * without a prefix. Primitives are required, everything else may be left out. What the platform sets itself is marked {@code readOnly}
 * in records that nobody sends.
 */
final class Schemas {

    private static final Set<String> SET_BY_THE_PLATFORM = Set.of(
            "id",
            "ref",
            "version",
            "createdAt",
            "createdBy",
            "changedAt",
            "changedBy",
            "updatedAt",
            "updatedBy",
            "lastUsedAt");
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String POINTER = "#/components/schemas/";

    private final Map<Class<?>, String> names = new HashMap<>();
    private final Map<String, ObjectNode> components = new LinkedHashMap<>();
    private final Set<String> sent = new HashSet<>();
    private final Map<String, Set<String>> uses = new HashMap<>();
    private Module module;

    /** Whose records come next. */
    void of(Module next) {
        this.module = next;
    }

    /** What an answer holds. */
    ObjectNode answer(Type type) {
        return schema(type, Map.of(), new HashSet<>());
    }

    /** What a body holds. */
    ObjectNode body(Type type) {
        Set<String> used = new HashSet<>();
        ObjectNode schema = schema(type, Map.of(), used);
        used.forEach(this::markSent);
        return schema;
    }

    /** The record with nothing required: what a merge patch may hold. */
    ObjectNode patch(Class<?> type) {
        body(type);
        String name = names.get(type) + "Patch";
        if (!components.containsKey(name)) {
            ObjectNode patch = components.get(names.get(type)).deepCopy();
            patch.remove("required");
            patch.put("description", "A JSON Merge Patch: what is named is set, null clears, what is left out stays.");
            components.put(name, patch);
            sent.add(name);
        }
        return pointer(name);
    }

    /** Every record met so far, by name. */
    ObjectNode components() {
        ObjectNode all = JSON.objectNode();
        components.keySet().stream().sorted().forEach(name -> {
            ObjectNode schema = components.get(name);
            if (!sent.contains(name)) {
                markReadOnly(schema);
            }
            all.set(name, schema);
        });
        return all;
    }

    private void markSent(String name) {
        if (sent.add(name)) {
            uses.getOrDefault(name, Set.of()).forEach(this::markSent);
        }
    }

    private static void markReadOnly(ObjectNode schema) {
        schema.path("properties").properties().forEach(property -> {
            if (SET_BY_THE_PLATFORM.contains(property.getKey()) && property.getValue() instanceof ObjectNode one) {
                one.put("readOnly", true);
            }
        });
    }

    private ObjectNode schema(Type type, Map<TypeVariable<?>, Type> bound, Set<String> used) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, bound, used);
        }
        if (type instanceof TypeVariable<?> variable) {
            Type known = bound.get(variable);
            return known == null ? JSON.objectNode() : schema(known, Map.of(), used);
        }
        return type instanceof Class<?> raw ? plain(raw, used) : JSON.objectNode();
    }

    private ObjectNode generic(ParameterizedType type, Map<TypeVariable<?>, Type> bound, Set<String> used) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Optional.class) {
            return schema(arguments[0], bound, used);
        }
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode list = kind("array");
            list.set("items", schema(arguments[0], bound, used));
            return Set.class.isAssignableFrom(raw) ? list.put("uniqueItems", true) : list;
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode map = kind("object");
            map.set("additionalProperties", schema(arguments[1], bound, used));
            return map;
        }
        if (!raw.isRecord()) {
            return JSON.objectNode();
        }
        Map<TypeVariable<?>, Type> here = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            Type argument = arguments[i];
            here.put(
                    raw.getTypeParameters()[i],
                    argument instanceof TypeVariable<?> outer ? bound.get(outer) : argument);
        }
        return object(raw, here, used);
    }

    private ObjectNode plain(Class<?> type, Set<String> used) {
        Optional<ObjectNode> scalar = Scalars.schema(type);
        if (scalar.isPresent()) {
            return scalar.get();
        }
        if (type.isArray()) {
            ObjectNode list = kind("array");
            list.set("items", plain(type.getComponentType(), used));
            return list;
        }
        if (!type.isEnum() && !type.isRecord() || type == RawJson.class) {
            return JSON.objectNode();
        }
        String name = name(type);
        used.add(name);
        return pointer(name);
    }

    private String name(Class<?> type) {
        String known = names.get(type);
        if (known != null) {
            return known;
        }
        String name = free(prefix(type), type);
        names.put(type, name);
        components.put(name, JSON.objectNode());
        Set<String> used = new HashSet<>();
        components.put(name, type.isEnum() ? ofEnum(type) : object(type, Map.of(), used));
        uses.put(name, used);
        return name;
    }

    private String prefix(Class<?> type) {
        return module == null || type.getPackageName().equals(Module.class.getPackageName()) ? "" : module.id() + '.';
    }

    /** A part of a record is called after it; what merely stands inside a contract or a resource class has its own name. */
    private static String simple(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null || !outer.isRecord() ? type.getSimpleName() : simple(outer) + type.getSimpleName();
    }

    private String free(String prefix, Class<?> type) {
        String wished = prefix + simple(type);
        if (components.containsKey(wished) && type.getEnclosingClass() != null) {
            wished = prefix + type.getEnclosingClass().getSimpleName() + type.getSimpleName();
        }
        String name = wished;
        for (int i = 2; components.containsKey(name); i++) {
            name = wished + i;
        }
        return name;
    }

    private ObjectNode object(Class<?> type, Map<TypeVariable<?>, Type> bound, Set<String> used) {
        ObjectNode schema = kind("object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), schema(component.getGenericType(), bound, used));
            if (component.getType().isPrimitive()) {
                required.add(component.getName());
            }
        }
        RecordText.complete(type, properties, required);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode ofEnum(Class<?> type) {
        ObjectNode schema = kind("string");
        ArrayNode names = schema.putArray("enum");
        for (Object constant : type.getEnumConstants()) {
            names.add(((Enum<?>) constant).name());
        }
        return schema;
    }

    private static ObjectNode kind(String type) {
        return JSON.objectNode().put("type", type);
    }

    private static ObjectNode pointer(String name) {
        return JSON.objectNode().put("$ref", POINTER + name);
    }

    /** The types without inner structure. */
    static final class Scalars {

        private Scalars() {}

        static Optional<ObjectNode> schema(Class<?> type) {
            if (type == byte[].class) {
                return Optional.of(kind("string").put("contentEncoding", "base64"));
            }
            if (type == boolean.class || type == Boolean.class) {
                return Optional.of(kind("boolean"));
            }
            if (type == long.class || type == Long.class) {
                return Optional.of(kind("integer").put("format", "int64"));
            }
            if (type == int.class || type == Integer.class || type == short.class || type == Short.class) {
                return Optional.of(kind("integer").put("format", "int32"));
            }
            if (type == double.class || type == Double.class || type == float.class || type == Float.class) {
                return Optional.of(kind("number"));
            }
            return Texts.of(type).map(Scalars::text);
        }

        private static ObjectNode text(Texts.Kind<?> text) {
            ObjectNode schema = kind("string");
            if (text.format() != null) {
                schema.put("format", text.format()).put("description", "Reads as " + text.shape() + '.');
            }
            return schema;
        }
    }
}
