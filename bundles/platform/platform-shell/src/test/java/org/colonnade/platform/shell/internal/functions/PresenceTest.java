package org.colonnade.platform.shell.internal.functions;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.Test;

public class PresenceTest {

    private final Presence presence = new Presence();

    @Test
    public void whoWaitsIsToldWhenItArrives() throws Exception {
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return presence.await("crm", Duration.ofSeconds(20));
            } catch (InterruptedException ended) {
                return false;
            }
        });

        presence.arrived("crm");

        assertTrue(waiting.get(10, TimeUnit.SECONDS));
    }

    @Test
    public void whatDoesNotComeIsNotWaitedForForEver() throws InterruptedException {
        assertFalse(presence.await("crm", Duration.ofMillis(20)));
    }

    @Test
    public void aSuccessorThatArrivesBeforeTheOldOneLeavesStays() {
        presence.arrived("crm");
        presence.arrived("crm");
        presence.left("crm");

        assertTrue(presence.has("crm"));

        presence.left("crm");

        assertFalse(presence.has("crm"));
    }
}
