package org.colonnade.platform.rest.internal.door;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.rest.internal.platform.TestAudit;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.colonnade.platform.rest.internal.sample.ThingResource;
import org.junit.Test;

/** Who really sent a request is believed of trusted proxies only, and only in their one header. */
public class ProxiesTest {

    private static final String LIST = Proxies.LISTS;
    private static final String RFC = Proxies.FORWARDED;

    @Test
    public void withoutTrustNobodyIsBelieved() throws Exception {
        TestLimits none = new TestLimits();
        assertEquals("127.0.0.1", address(none, LIST, "203.0.113.9"));
        assertEquals("127.0.0.1", address(none, RFC, "for=203.0.113.9"));
        assertEquals("127.0.0.1", address(TestLimits.trusting("10.0.0.0/8", LIST), LIST, "203.0.113.9"));
    }

    @Test
    public void aTrustedProxyNamesTheSender() throws Exception {
        TestLimits list = TestLimits.trusting("10.0.0.0/8, 127.0.0.1/32", LIST);
        assertEquals("203.0.113.9", address(list, LIST, "203.0.113.9"));
        assertEquals("203.0.113.9", address(list, LIST, "203.0.113.9:4711, 10.1.1.1"));
        assertEquals("the sender's own word", "203.0.113.9", address(list, LIST, "6.6.6.6, 203.0.113.9, 10.1.1.1"));
        assertEquals("2001:db8:0:0:0:0:0:17", address(list, LIST, "[2001:DB8::17]:4711"));
        assertEquals("all of them trusted", "10.7.7.7", address(list, LIST, "10.7.7.7, 10.1.1.1"));
        TestLimits rfc = TestLimits.trusting("127.0.0.1", RFC);
        assertEquals("203.0.113.9", address(rfc, RFC, "for=6.6.6.6, For=\"203.0.113.9:80\";proto=https;by=\"a,b\""));
        assertEquals("2001:db8:0:0:0:0:0:17", address(rfc, RFC, "for=\"[2001:db8::17]\""));
    }

    @Test
    public void theOtherHeaderIsTheSendersOwn() throws Exception {
        assertEquals("127.0.0.1", address(TestLimits.trusting("127.0.0.1", LIST), RFC, "for=203.0.113.9"));
        assertEquals("127.0.0.1", address(TestLimits.trusting("127.0.0.1", RFC), LIST, "203.0.113.9"));
    }

    @Test
    public void whatIsNoAddressIsNoSender() throws Exception {
        TestLimits list = TestLimits.trusting("127.0.0.1", LIST);
        for (String text : List.of(
                "",
                "unknown",
                "localhost",
                "example.com",
                "1.2.3",
                "1.2.3.4.5",
                "999.1.1.1",
                "::1::",
                "2130706433",
                "0x7f.1.1.1",
                "_secret",
                "a".repeat(3_000),
                ",".repeat(500))) {
            assertEquals(text, "127.0.0.1", address(list, LIST, text));
        }
        assertEquals("the last that can be read", "127.0.0.1", address(list, LIST, "203.0.113.9, nonsense"));
        TestLimits rfc = TestLimits.trusting("127.0.0.1", RFC);
        for (String text :
                List.of("for=unknown", "for=_hidden", "for", "=;=", "for=\"", "by=203.0.113.9", "for=\"\\\"")) {
            assertEquals(text, "127.0.0.1", address(rfc, RFC, text));
        }
    }

    @Test
    public void schemesAreReadToo() {
        assertEquals(
                "https",
                ForwardedText.ofForwarded(List.of("proto=HTTPS;for=1.2.3.4"))
                        .get(0)
                        .scheme());
        assertEquals(
                "1.2.3.4",
                ForwardedText.ofForwarded(List.of("proto=HTTPS;for=1.2.3.4"))
                        .get(0)
                        .address());
        assertEquals(null, ForwardedText.scheme("ftp"));
        assertEquals(null, ForwardedText.scheme(null));
    }

    @Test
    public void rangesAreComparedBitByBit() {
        assertTrue(contains("10.0.0.0/8", "10.255.1.2"));
        assertFalse(contains("10.0.0.0/8", "11.0.0.0"));
        assertTrue(contains("192.168.4.0/22", "192.168.7.255"));
        assertFalse(contains("192.168.4.0/22", "192.168.8.0"));
        assertTrue(contains("2001:db8::/32", "2001:db8:ffff::1"));
        assertFalse(contains("2001:db8::/32", "2001:db9::"));
        assertTrue("mapped into version 6", contains("10.0.0.1", "::ffff:10.0.0.1"));
        assertFalse(contains("0.0.0.0/0", "2001:db8::1"));
        for (String text : List.of("", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0/8", "proxy", "::/129")) {
            assertTrue(text, AddressRange.of(text).isEmpty());
        }
    }

    @Test
    public void theDoctorHearsOfWhatIsNotRight() throws Exception {
        assertEquals(
                HealthCheck.Level.WELL, new Proxies(new TestLimits()).check().level());
        assertEquals(HealthCheck.Level.WELL, finding("10.0.0.0/8 ::1", LIST).level());
        assertTrue(finding("10.0.0.0/8 proxy.local", LIST).sentence().contains("proxy.local"));
        assertTrue(finding("10.0.0.0/8", "X-Real-IP").sentence().contains("X-Real-IP"));
        assertTrue(finding("0.0.0.0/0", LIST).mend().contains("your own proxies"));
        assertEquals(
                "nobody is trusted by a header that is none",
                "127.0.0.1",
                address(TestLimits.trusting("127.0.0.1", "X-Real-IP"), "X-Real-IP", "203.0.113.9"));
        try (TestHouse house = new TestHouse()) {
            house.send(house.to("/api/sample").header(LIST, "203.0.113.9"));
            assertTrue(house.proxies.check().sentence().contains("127.0.0.1"));
            house.proxies.changed(TestLimits.trusting("127.0.0.1", LIST));
            assertEquals(HealthCheck.Level.WELL, house.proxies.check().level());
        }
    }

    private static HealthCheck.Finding finding(String proxies, String header) {
        return new Proxies(TestLimits.trusting(proxies, header)).check();
    }

    private static boolean contains(String range, String address) {
        return AddressRange.of(range)
                .orElseThrow()
                .contains(AddressRange.address(address).orElseThrow());
    }

    /** Which address is written down of a caller with a token that is not good. */
    private static String address(TestLimits limits, String header, String value) throws Exception {
        TestAudit audit = new TestAudit();
        Refusals refusals = new Refusals(audit);
        try (TestHouse house = new TestHouse(limits)) {
            house.board.arrive(SampleModule.of(new ThingResource()));
            house.door.refusals = refusals;
            HttpRequest.Builder request =
                    house.as("stolen", "/api/sample/things").header(header, value);
            Answer.refused(401, "platform.token.unknown", house.send(request));
            TestAudit.Written written = audit.written.poll(10, TimeUnit.SECONDS);
            assertNotNull("nothing was written down", written);
            return new ObjectMapper()
                    .readTree(written.change().after())
                    .path("address")
                    .asText();
        } finally {
            refusals.close();
        }
    }
}
