package org.colonnade.platform.rest.internal.door;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.colonnade.platform.api.admin.HealthCheck;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who really sent a request. What a request says about that counts only if it comes from a proxy that is trusted, and only in the
 * one header that this proxy is known to set: any other it may have passed on from the sender as it was.
 */
@Component(
        service = {Proxies.class, HealthCheck.class},
        configurationPid = RestConfig.PID)
public final class Proxies implements HealthCheck {

    static final String LISTS = "X-Forwarded-For";
    static final String FORWARDED = "Forwarded";

    private static final Logger LOG = LoggerFactory.getLogger(Proxies.class);
    private static final String SCHEME = "X-Forwarded-Proto";
    private static final int MOST_HOPS = 50;

    private volatile Trust trust;
    private volatile String stranger;

    @Activate
    public Proxies(RestConfig config) {
        trust = Trust.of(config);
    }

    @Modified
    void changed(RestConfig config) {
        trust = Trust.of(config);
        stranger = null;
    }

    /**
     * What is configured.
     *
     * @param ranges whom to trust
     * @param header in which header
     * @param faults what is not understood
     */
    private record Trust(List<AddressRange> ranges, String header, List<String> faults) {

        static Trust of(RestConfig config) {
            List<AddressRange> ranges = new ArrayList<>();
            List<String> faults = new ArrayList<>();
            for (String text : config.trustedProxies().strip().split("[,\\s]+")) {
                Optional<AddressRange> range = AddressRange.of(text);
                if (range.isPresent()) {
                    ranges.add(range.get());
                } else if (!text.isEmpty()) {
                    faults.add("trustedProxies: '" + text + "' is no address or range such as 10.0.0.0/8");
                }
            }
            String header = config.forwardedHeader().strip();
            if (!header.equalsIgnoreCase(LISTS) && !header.equalsIgnoreCase(FORWARDED)) {
                faults.add("forwardedHeader: '" + header + "' is neither " + LISTS + " nor " + FORWARDED);
                ranges.clear();
            }
            faults.forEach(fault -> LOG.warn("org.colonnade.rest: {}", fault));
            return new Trust(ranges, header, faults);
        }

        boolean in(InetAddress address) {
            return ranges.stream().anyMatch(range -> range.contains(address));
        }

        boolean in(String address) {
            return AddressRange.address(address).filter(this::in).isPresent();
        }
    }

    /** The request as its real sender sent it. */
    HttpServletRequest seen(HttpServletRequest request) {
        Trust now = trust;
        if (now.ranges().isEmpty()) {
            note(request);
            return request;
        }
        String peer = request.getRemoteAddr();
        if (!now.in(peer)) {
            note(request);
            return request;
        }
        boolean lists = now.header().equalsIgnoreCase(LISTS);
        List<String> values = Collections.list(request.getHeaders(now.header()));
        List<ForwardedText.Hop> hops = lists ? ForwardedText.ofLists(values) : ForwardedText.ofForwarded(values);
        ForwardedText.Hop origin = origin(now, new ForwardedText.Hop(peer, null), hops);
        String scheme = lists ? ForwardedText.scheme(last(request.getHeader(SCHEME))) : origin.scheme();
        return new ProxiedRequest(request, origin.address(), scheme);
    }

    /** From the last hop back, as long as those who speak are trusted and say something that can be understood. */
    private static ForwardedText.Hop origin(Trust trust, ForwardedText.Hop peer, List<ForwardedText.Hop> hops) {
        ForwardedText.Hop known = peer;
        int least = Math.max(0, hops.size() - MOST_HOPS);
        for (int i = hops.size() - 1; i >= least && trust.in(known.address()); i--) {
            if (hops.get(i).address() == null) {
                break;
            }
            known = hops.get(i);
        }
        return known;
    }

    /** What the nearest proxy says. */
    private static String last(String list) {
        return list == null ? null : list.substring(list.lastIndexOf(',') + 1);
    }

    /** A proxy of the own network that nobody trusts makes one caller of all. */
    private void note(HttpServletRequest request) {
        if (stranger == null && (request.getHeader(LISTS) != null || request.getHeader(FORWARDED) != null)) {
            String peer = request.getRemoteAddr();
            if (AddressRange.address(peer).filter(Proxies::near).isPresent()) {
                stranger = peer;
            }
        }
    }

    private static boolean near(InetAddress address) {
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress();
    }

    @Override
    public String name() {
        return "proxies";
    }

    @Override
    public Finding check() {
        Trust now = trust;
        if (!now.faults().isEmpty()) {
            return Finding.warning(
                    "A part of etc/org.colonnade.rest.cfg is not understood: "
                            + now.faults().get(0) + '.',
                    "Mend it; nothing needs a restart afterwards.");
        }
        if (now.ranges().stream().anyMatch(AddressRange::isEverything)) {
            return Finding.warning(
                    "Whatever anybody says about where a request comes from is believed.",
                    "Name in trustedProxies only the addresses of your own proxies.");
        }
        String unknown = stranger;
        if (unknown != null) {
            return Finding.warning(
                    "Requests from " + unknown
                            + " come for others, but it is no trusted proxy: all of them count as one caller.",
                    "If a proxy of yours is there, name it in trustedProxies of etc/org.colonnade.rest.cfg.");
        }
        return Finding.well(
                now.ranges().isEmpty() ? "No proxy is trusted." : "Callers behind trusted proxies are told apart.");
    }
}
