package org.colonnade.platform.outbound.internal;

import java.net.InetAddress;
import org.colonnade.platform.api.outbound.Outbound;
import org.colonnade.platform.api.outbound.OutboundAnswer;
import org.colonnade.platform.api.outbound.OutboundCall;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls outside as the configuration allows now: another configuration is another client, with no connection of the one before. */
@Component(service = Outbound.class, configurationPid = OutboundConfig.PID)
@Designate(ocd = OutboundConfig.class)
public final class GuardedOutbound implements Outbound, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedOutbound.class);

    private final CheckedNames.Names names;
    private volatile GuardedClient client;

    @Activate
    public GuardedOutbound(OutboundConfig config) {
        this(OutboundSettings.of(config), InetAddress::getAllByName);
    }

    GuardedOutbound(OutboundSettings settings, CheckedNames.Names names) {
        this.names = names;
        this.client = new GuardedClient(settings, names);
    }

    @Modified
    void change(OutboundConfig config) {
        try {
            change(OutboundSettings.of(config));
        } catch (IllegalArgumentException unusable) {
            LOG.error("org.colonnade.outbound stays as it was: {}", unusable.getMessage());
        }
    }

    void change(OutboundSettings settings) {
        GuardedClient before = client;
        client = new GuardedClient(settings, names);
        before.close();
    }

    @Override
    public void check(String url) {
        client.check(url);
    }

    @Override
    public OutboundAnswer send(OutboundCall call) {
        return client.send(call);
    }

    @Override
    @Deactivate
    public void close() {
        client.close();
    }
}
