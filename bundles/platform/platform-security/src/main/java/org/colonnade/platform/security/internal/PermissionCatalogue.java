package org.colonnade.platform.security.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.problem.Rejected;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Every permission of everything that is installed now. Holds references, not the modules themselves: this bundle's own module needs the
 * catalogue, and a component that asks for what is just being made gets nothing.
 */
@Component(service = PermissionCatalogue.class)
public class PermissionCatalogue {

    private final BundleContext context;
    private final Set<ServiceReference<Module>> modules = new CopyOnWriteArraySet<>();

    /** Null when modules have come or gone since it was made, or one of them could not be asked. */
    private volatile List<Permission> known;

    @Activate
    public PermissionCatalogue(BundleContext context) {
        this.context = context;
    }

    @Reference(
            service = Module.class,
            unbind = "leaves",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void arrives(ServiceReference<Module> module) {
        modules.add(module);
        known = null;
    }

    void leaves(ServiceReference<Module> module) {
        modules.remove(module);
        known = null;
    }

    /** By name, each once. */
    public List<Permission> all() {
        List<Permission> present = known;
        return present == null ? gathered() : present;
    }

    /** Their names. */
    public Set<String> names() {
        return all().stream().map(Permission::name).collect(Collectors.toSet());
    }

    private List<Permission> gathered() {
        TreeMap<String, Permission> byName = new TreeMap<>(Comparator.naturalOrder());
        List<ServiceReference<Module>> asked = modules.stream().sorted().toList();
        boolean complete = true;
        for (ServiceReference<Module> module : asked) {
            List<Permission> declared = permissions(module);
            complete &= declared != null;
            if (declared != null) {
                declared.forEach(one -> byName.putIfAbsent(one.name(), one));
            }
        }
        List<Permission> all = List.copyOf(byName.values());
        if (complete) {
            known = all;
            if (!Set.copyOf(asked).equals(modules)) {
                known = null;
            }
        }
        return all;
    }

    /** @throws Rejected {@code platform.permission.unknown}, naming each that nothing installed declares */
    public void known(Collection<String> names) {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(all().stream().map(Permission::name).collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            throw new Rejected(
                            "platform.permission.unknown",
                            "Nothing that is installed declares one of these permissions.")
                    .field("permissions", String.join(", ", unknown));
        }
    }

    /** @throws Rejected {@code platform.permission.not-scoped}, naming each that reaches everything or is not there */
    public void scoped(Collection<String> names) {
        Set<String> whole = new TreeSet<>(names);
        whole.removeAll(
                all().stream().filter(Permission::scoped).map(Permission::name).collect(Collectors.toSet()));
        if (!whole.isEmpty()) {
            throw new Rejected(
                            "platform.permission.not-scoped",
                            "One of these permissions is not about records with an owner and a team; it reaches everything or nothing.")
                    .field("scopes", String.join(", ", whole));
        }
    }

    /** @return null if the module cannot be asked now */
    private List<Permission> permissions(ServiceReference<Module> reference) {
        Module module = context.getService(reference);
        if (module == null) {
            return null;
        }
        try {
            return module.permissions();
        } finally {
            context.ungetService(reference);
        }
    }
}
