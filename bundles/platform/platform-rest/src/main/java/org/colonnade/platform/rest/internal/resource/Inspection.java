package org.colonnade.platform.rest.internal.resource;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.ws.rs.Path;
import org.apache.cxf.Bus;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.Parameter;
import org.apache.cxf.jaxrs.model.ParameterType;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.web.Open;
import org.colonnade.platform.api.web.Requires;

/**
 * A module's resources, looked over when the module arrives: deny by default means that a method which does not say whom it lets in is a
 * fault of the module, not an open door.
 *
 * @param module the module
 * @param resources what answers: the module's own and those of the records that it declares
 * @param operations what would answer
 * @param faults why the module is refused; empty when it is let in
 */
public record Inspection(
        Module module, List<Object> resources, List<OperationResourceInfo> operations, List<String> faults) {

    private static final Set<ParameterType> DESCRIBABLE = EnumSet.of(
            ParameterType.PATH,
            ParameterType.QUERY,
            ParameterType.HEADER,
            ParameterType.REQUEST_BODY,
            ParameterType.CONTEXT);

    /**
     * Looks a module over.
     *
     * @param resources its own and those of its records
     * @param permissions every name that anybody declares, the module included
     */
    public static Inspection of(Module module, List<Object> resources, Set<String> permissions, Bus bus) {
        List<OperationResourceInfo> operations = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Object resource : resources) {
            Class<?> type = resource.getClass();
            if (!type.isAnnotationPresent(Path.class) || !Modifier.isPublic(type.getModifiers())) {
                faults.add(type.getSimpleName() + " is no public class with @Path");
                continue;
            }
            ClassResourceInfo info = Sites.info(resource, bus);
            for (OperationResourceInfo operation : info.getMethodDispatcher().getOperationResourceInfos()) {
                operations.add(operation);
                look(operation, permissions, faults);
            }
        }
        return new Inspection(module, resources, operations, faults);
    }

    private static void look(OperationResourceInfo operation, Set<String> permissions, List<String> faults) {
        Method method = Declared.method(operation);
        String name = method.getDeclaringClass().getSimpleName() + '.' + method.getName();
        if (operation.isSubResourceLocator()) {
            faults.add(name + " is a sub-resource locator");
            return;
        }
        Requires requires = method.getAnnotation(Requires.class);
        if ((requires == null) == (method.getAnnotation(Open.class) == null)) {
            faults.add(name + " needs exactly one of @Requires and @Open");
        } else if (requires != null && !permissions.contains(Declared.permission(operation))) {
            faults.add(name + " requires '" + Declared.permission(operation) + "', which no module declares");
        }
        for (Parameter parameter : operation.getParameters()) {
            if (!DESCRIBABLE.contains(parameter.getType())) {
                faults.add(name + " takes a " + parameter.getType()
                        + " parameter, which the API's description does not know");
            }
        }
    }

    /** The same module, found out too late not to work. */
    public Inspection butCannotBeOpened() {
        return new Inspection(module, List.of(), List.of(), List.of("its resources cannot be opened"));
    }

    /** Whether the module may answer. */
    public boolean passed() {
        return faults.isEmpty();
    }
}
