package org.colonnade.platform.api;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.Test;

/** Whoever keeps the log hears on whose behalf a thread works, and when that ends. */
public class CallerTest {

    private final List<String> heard = new ArrayList<>();

    @After
    public void hush() {
        Caller.watched(null);
    }

    @Test
    public void theWatcherHearsOfEachBindingAndItsEnd() throws Exception {
        Caller.watched(caller -> {
            heard.add("+" + caller.requestId());
            return () -> heard.add("-" + caller.requestId());
        });
        try (Caller.Binding outer = new Caller(Actor.system("a"), "r1").bind()) {
            String inside = new Caller(Actor.system("b"), "r2")
                    .call(() -> Caller.current().requestId());
            assertEquals("r2", inside);
            assertEquals("r1", Caller.current().requestId());
        }
        assertEquals(List.of("+r1", "+r2", "-r2", "-r1"), heard);
        assertEquals("-", Caller.current().requestId());
    }

    @Test
    public void whatWasBegunIsEndedByWhoBeganIt() {
        Caller.watched(caller -> {
            heard.add("+");
            return () -> heard.add("-");
        });
        try (Caller.Binding outer = new Caller(Actor.system("a"), "r1").bind()) {
            Caller.watched(null);
            try (Caller.Binding inner = new Caller(Actor.system("b"), "r2").bind()) {
                assertEquals("r2", Caller.current().requestId());
            }
        }
        assertEquals(List.of("+", "-"), heard);
    }
}
