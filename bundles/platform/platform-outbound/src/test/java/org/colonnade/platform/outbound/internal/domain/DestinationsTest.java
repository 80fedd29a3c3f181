package org.colonnade.platform.outbound.internal.domain;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.colonnade.platform.api.problem.Rejected;
import org.junit.Test;

/** What may be called, by its text and by its address. */
public class DestinationsTest {

    private static final Destinations USUAL = new Destinations(false, List.of(), List.of());

    private static final List<String> SPECIAL = List.of(
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.0.2.1",
            "192.168.1.1",
            "198.19.0.1",
            "224.0.0.1",
            "239.255.255.255",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::1",
            "100::1",
            "2001::7f00:1",
            "2001:db8::1",
            "2002:7f00:1::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1");

    @Test
    public void whatIsNoPlaceOnTheWebIsRefusedInEverySpelling() {
        for (String url : List.of(
                "",
                "example.com",
                "https:///path",
                "https://user@example.com/",
                "https://user:word@example.com/",
                "https://example.com/#part",
                "https://example.com:0/",
                "https://example.com:70000/",
                "https://exa mple.com/",
                "https://[fe80::1%25eth0]/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://127.1/",
                "https://0177.0.0.1/",
                "https://127.0.0.01/",
                "https://127.0.0.0x1/",
                "https://1.2.3.256/",
                "https://example.1/",
                "https://0x/")) {
            refused("platform.outbound.url", USUAL, url);
        }
        refused("platform.outbound.url", USUAL, "https://example.com/" + "x".repeat(2000));
        refused("platform.outbound.url", USUAL, null);
    }

    @Test
    public void onlyTheWebIsCalledAndProtectedUnlessAllowed() {
        for (String url : List.of("http://example.com/", "ftp://example.com/", "file://example.com/etc/passwd")) {
            refused("platform.outbound.scheme", USUAL, url);
        }
        Destinations open = new Destinations(true, List.of(), List.of());
        assertEquals("example.com", open.read("HTTP://Example.com/").getHost().toLowerCase(java.util.Locale.ROOT));
        refused("platform.outbound.scheme", open, "gopher://example.com/");
    }

    @Test
    public void specialAddressesAreRefused() throws UnknownHostException {
        for (String address : SPECIAL) {
            InetAddress resolved = InetAddress.getByName(address);
            assertEquals(
                    address,
                    "platform.outbound.address",
                    assertThrows(address, Rejected.class, () -> USUAL.check(resolved))
                            .code());
            String url = "https://" + (address.contains(":") ? "[" + address + "]" : address) + "/";
            refused("platform.outbound.address", USUAL, url);
        }
        for (String address : List.of("1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1")) {
            USUAL.check(InetAddress.getByName(address));
        }
    }

    @Test
    public void theConfigurationAllowsMoreAndLess() throws UnknownHostException {
        Destinations chosen = new Destinations(
                false,
                List.of("hooks.example.com", "*.example.org", "10.1.0.5"),
                List.of(Network.of("10.1.0.0/21"), Network.of("fd12::/17"), Network.of("127.0.0.1")));
        chosen.read("https://HOOKS.example.com/x");
        chosen.read("https://a.b.example.org/x");
        chosen.read("https://10.1.0.5/x");
        for (String url : List.of(
                "https://example.com/",
                "https://xhooks.example.com/",
                "https://example.org/",
                "https://evilexample.org/",
                "https://hooks.example.com.evil.net/",
                "https://10.1.0.6/")) {
            refused("platform.outbound.host", chosen, url);
        }
        for (String inside : List.of("10.1.0.1", "10.1.7.255", "fd12:7fff::1", "127.0.0.1", "::ffff:10.1.0.1")) {
            chosen.check(InetAddress.getByName(inside));
        }
        for (String outside : List.of("10.1.8.0", "10.0.255.255", "fd12:8000::1", "127.0.0.2")) {
            InetAddress address = InetAddress.getByName(outside);
            assertThrows(outside, Rejected.class, () -> chosen.check(address));
        }
    }

    @Test
    public void aRangeThatIsNoneIsRefused() {
        for (String text :
                List.of("", "10.0.0.0/33", "10.0.0.0/x", "10.0.0/8", "example.com/8", "::/129", "1.2.3.4/")) {
            assertThrows(text, IllegalArgumentException.class, () -> Network.of(text));
        }
    }

    private static void refused(String code, Destinations destinations, String url) {
        Rejected refusal = assertThrows(url, Rejected.class, () -> destinations.read(url));
        assertEquals(url, code, refusal.code());
        assertEquals("url", refusal.fields().get(0).field());
    }
}
