package org.colonnade.platform.rest.internal.endpoint;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.ws.rs.ext.RuntimeDelegate;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSBindingFactory;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.impl.RuntimeDelegateImpl;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.store.AnswerBook;
import org.colonnade.platform.api.web.LateText;
import org.colonnade.platform.rest.internal.json.JsonBodies;
import org.colonnade.platform.rest.internal.json.StrictJson;
import org.colonnade.platform.rest.internal.resource.Inspection;
import org.colonnade.platform.rest.internal.resource.OnceInvoker;
import org.colonnade.platform.rest.internal.resource.OperationRule;
import org.colonnade.platform.rest.internal.resource.Providers;
import org.colonnade.platform.rest.internal.resource.Sites;
import org.colonnade.platform.rest.internal.shortcut.Shortcuts;

/**
 * Makes endpoints out of resources: the only place that assembles CXF. Each endpoint has its own transport, so that a new one for a path
 * can stand complete before the old one goes, and its own JSON, so that nothing of a function stays behind.
 */
final class Workshop {

    private final Bus bus;
    private final Supplier<AnswerBook> answers;
    private final Supplier<LateText> late;

    /**
     * @param answers remembers answers to requests with a key; gives null while the store is away
     * @param late fills in what such an answer could not say; gives null where nothing does
     */
    Workshop(Supplier<AnswerBook> answers, Supplier<LateText> late) {
        this.answers = answers;
        this.late = late;
        ClassLoader loader = JAXRSServerFactoryBean.class.getClassLoader();
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
        Bus before = BusFactory.getThreadDefaultBus(false);
        Map<Class<?>, Object> extensions = new ConcurrentHashMap<>();
        extensions.put(ClassLoader.class, loader);
        ExtensionManagerBus made = new ExtensionManagerBus(extensions, Map.of(), loader);
        made.initialize();
        BusFactory.setThreadDefaultBus(before);
        this.bus = made;
    }

    Inspection inspect(Module module, List<Object> resources, Set<String> permissions) {
        return Inspection.of(module, resources, permissions, bus);
    }

    Endpoint open(String path, List<Inspection> modules) {
        List<Object> resources = new ArrayList<>();
        Map<Object, String> owners = new IdentityHashMap<>();
        for (Inspection inspection : modules) {
            for (Object resource : inspection.resources()) {
                resources.add(resource);
                owners.put(resource, inspection.module().id());
            }
        }
        JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean(new Sites());
        factory.setBus(bus);
        factory.setAddress("/api/" + path);
        factory.setDestinationFactory(new HTTPTransportFactory(new DestinationRegistryImpl()));
        factory.setBindingFactory(new JAXRSBindingFactory(bus));
        factory.setServiceBeans(resources);
        StrictJson json = new StrictJson();
        Map<OperationResourceInfo, OperationRule> rules = Providers.rules(factory.getServiceFactory(), owners);
        JsonBodies bodies = new JsonBodies(json);
        factory.setProviders(Providers.all(bodies, rules));
        factory.setInvoker(new OnceInvoker(rules, json, answers, late));
        factory.getInInterceptors().add(new BodyLeftAlone());
        factory.getOutInterceptors().add(new NoDate());
        Server server = factory.create();
        ((ServerProviderFactory) server.getEndpoint().get(ServerProviderFactory.class.getName()))
                .setRequestPreprocessor(null);
        return new Endpoint(bus, server, new Shortcuts("/api/" + path, rules, bodies));
    }

    void close() {
        bus.shutdown(true);
    }
}
