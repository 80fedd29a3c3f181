package org.colonnade.platform.security.internal.oidc;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.After;
import org.junit.Test;

public class KeySetTest {

    private final TestIssuer issuer = new TestIssuer();
    private final AtomicLong nanos = new AtomicLong();
    private final KeySet keys = new KeySet(
            new KeySetFetch(issuer.name() + "/keys", true)::fetch,
            Duration.ofMinutes(15),
            Duration.ofHours(24),
            nanos::get);

    @After
    public void close() {
        issuer.close();
    }

    @Test
    public void keysAreFetchedOnceAndAnewWhenTheyAreNotFresh() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertEquals(1, get("one").size());
        }
        assertEquals(1, issuer.fetches.get());
        pass(Duration.ofMinutes(16));
        get("one");
        assertEquals(2, issuer.fetches.get());
    }

    @Test
    public void aNewKeyIsFetchedWhenItIsAskedFor() throws Exception {
        get("one");
        issuer.published = new JWKSet(List.of(issuer.key, TestIssuer.key("two")));
        assertEquals("it was fetched a moment ago", 0, get("two").size());
        pass(KeySet.BETWEEN);
        assertEquals(1, get("two").size());
        assertEquals(2, issuer.fetches.get());
    }

    @Test
    public void aFloodOfUnknownKeysIsNoFloodOfFetches() throws Exception {
        get("one");
        pass(KeySet.BETWEEN);
        ExecutorService crowd = Executors.newFixedThreadPool(16);
        try {
            List<Future<List<JWK>>> asked = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                String id = i % 4 == 0 ? "one" : "unknown " + i;
                asked.add(crowd.submit(() -> get(id)));
            }
            int found = 0;
            for (Future<List<JWK>> one : asked) {
                found += one.get().size();
            }
            assertEquals("the right ones are let in meanwhile", 500, found);
        } finally {
            crowd.shutdownNow();
        }
        assertEquals(2, issuer.fetches.get());
    }

    @Test
    public void whileTheIssuerIsAwayTheKeysGoOnForADay() throws Exception {
        get("one");
        issuer.away = true;
        pass(Duration.ofHours(20));
        assertEquals(1, get("one").size());
        assertEquals(1, get("one").size());
        assertEquals("it is not asked again at once", 2, issuer.fetches.get());
        pass(Duration.ofHours(5));
        assertThrows(KeySourceException.class, () -> get("one"));
        issuer.away = false;
        pass(KeySet.BETWEEN);
        assertEquals(1, get("one").size());
    }

    @Test
    public void withoutAnyKeysNobodyIsKnown() throws Exception {
        issuer.away = true;
        assertThrows(KeySourceException.class, () -> get("one"));
        assertThrows(KeySourceException.class, () -> get("one"));
        assertEquals(1, issuer.fetches.get());
    }

    @Test
    public void onlyTheConfiguredAddressIsAsked() {
        try (TestIssuer other = new TestIssuer()) {
            issuer.redirect = other.name() + "/keys";
            assertThrows(IOException.class, new KeySetFetch(issuer.name() + "/keys", true)::fetch);
            assertEquals(0, other.fetches.get());
        }
        for (String address : new String[] {
            "http://example.com/keys",
            "ftp://example.com/keys",
            "file:/etc/passwd",
            "https:///keys",
            "https://a@b/keys",
            "x"
        }) {
            assertThrows(address, IllegalArgumentException.class, () -> new KeySetFetch(address, true));
        }
        assertThrows(IllegalArgumentException.class, () -> new KeySetFetch(issuer.name() + "/keys", false));
        assertThrows(IllegalArgumentException.class, () -> new KeySetFetch("http://127.evil.example/keys", true));
    }

    @Test
    public void neitherMoreBytesNorMoreTimeIsTaken() {
        issuer.padding = KeySetFetch.MOST_BYTES;
        assertThrows(IOException.class, new KeySetFetch(issuer.name() + "/keys", true)::fetch);
        issuer.padding = 0;
        issuer.dripMillis = 50;
        long begin = System.nanoTime();
        assertThrows(IOException.class, new KeySetFetch(issuer.name() + "/keys", true)::fetch);
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 10);
    }

    private List<JWK> get(String id) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
