package org.colonnade.platform.shell.internal.functions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.colonnade.platform.api.admin.FunctionStatus.State;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FunctionsDeskTest {

    @Rule
    public final TemporaryFolder etc = new TemporaryFolder();

    private final Shelves shelf = new Shelves();
    private FunctionList list;
    private FunctionsDesk desk;

    @Before
    public void openTheDesk() {
        list = new FunctionList(etc.getRoot().toPath());
        desk = new FunctionsDesk(shelf, list, Duration.ofMillis(50));
        shelf.desk = desk;
        shelf.onOffer.add(new Offer("colonnade-crm", "1.0.0", "Customers", Set.of("colonnade-platform")));
    }

    @Test
    public void aFunctionThatAnswersIsInstalledAndRemembered() {
        assertEquals(State.AVAILABLE, desk.get("crm").state());

        assertEquals(State.ACTIVE, desk.install("crm").state());

        assertEquals("1.0.0", desk.get("crm").version());
        assertEquals(Set.of("crm"), list.read());
    }

    @Test
    public void installingTwiceChangesNothing() {
        desk.install("crm");
        desk.install("crm");

        assertEquals(List.of("install colonnade-crm 1.0.0"), shelf.moves);
    }

    @Test
    public void aFunctionThatDoesNotAnswerIsTakenBack() {
        shelf.answering = false;

        assertEquals(
                "platform.function.failed",
                assertThrows(Conflict.class, () -> desk.install("crm")).code());

        assertEquals(List.of("install colonnade-crm 1.0.0", "remove crm"), shelf.moves);
        assertEquals(State.AVAILABLE, desk.get("crm").state());
        assertEquals(Set.of(), list.read());
    }

    @Test
    public void aFunctionThatTheRuntimeRefusesIsTakenBack() {
        shelf.refused = "1.0.0";

        assertThrows(Conflict.class, () -> desk.install("crm"));

        assertEquals(Map.of(), shelf.installed());
    }

    @Test
    public void anUpdateThatFailsBringsTheOldVersionBack() {
        desk.install("crm");
        shelf.onOffer.add(new Offer("colonnade-crm", "2.0.0", "Customers", Set.of()));
        shelf.refused = "2.0.0";

        assertThrows(Conflict.class, () -> desk.update("crm"));

        assertEquals("1.0.0", desk.get("crm").version());
        assertEquals(State.ACTIVE, desk.get("crm").state());
    }

    @Test
    public void anUpdateTakesTheNewest() {
        desk.install("crm");
        shelf.onOffer.add(new Offer("colonnade-crm", "2.0.0", "Customers", Set.of()));

        assertEquals("2.0.0", desk.update("crm").version());
    }

    @Test
    public void whatIsNotInstalledCannotBeUpdated() {
        assertThrows(Conflict.class, () -> desk.update("crm"));
    }

    @Test
    public void aFunctionThatAnotherNeedsStays() {
        shelf.onOffer.add(new Offer("colonnade-sales", "1.0.0", "Sales", Set.of("colonnade-crm")));
        desk.install("crm");
        desk.install("sales");

        assertThrows(Conflict.class, () -> desk.remove("crm"));

        assertEquals(State.ACTIVE, desk.get("crm").state());
    }

    @Test
    public void whatIsRemovedIsForgotten() {
        desk.install("crm");

        assertEquals(State.AVAILABLE, desk.remove("crm").state());

        assertEquals(Set.of(), list.read());
    }

    @Test
    public void aFunctionOfTheListThatIsNotBackYetIsStarting() {
        desk.install("crm");
        shelf.installed.clear();
        assertEquals(State.STARTING, desk.get("crm").state());
        assertEquals("crm", String.join(",", desk.wanted()));
    }

    @Test
    public void aReinstatedFunctionStaysAlthoughItIsSilent() {
        shelf.answering = false;

        desk.reinstate("crm");

        assertEquals(State.STARTING, desk.get("crm").state());
    }

    @Test
    public void anUnknownNameNeverReachesTheRuntime() {
        assertThrows(NotFound.class, () -> desk.install("nope"));
        assertThrows(NotFound.class, () -> desk.remove("platform"));
        assertThrows(NotFound.class, () -> desk.update("all"));

        assertEquals(List.of(), shelf.moves);
    }

    /** Shelves whose functions answer at once, unless told otherwise. */
    private static final class Shelves implements Shelf {

        private final List<Offer> onOffer = new ArrayList<>();
        private final Map<String, String> installed = new TreeMap<>();
        private final List<String> moves = new ArrayList<>();
        private FunctionsDesk desk;
        private boolean answering = true;
        private String refused = "";

        @Override
        public Collection<Offer> offers() {
            return onOffer;
        }

        @Override
        public Map<String, String> installed() {
            return Map.copyOf(installed);
        }

        @Override
        public void look() {
            moves.add("look");
        }

        @Override
        public void install(Offer offer) throws RefusedException {
            moves.add("install " + offer.feature() + ' ' + offer.version());
            String id = Offers.idOf(offer.feature());
            boolean there = installed.put(id, offer.version()) != null;
            if (there && desk.answers(id)) {
                desk.left(() -> id);
            }
            if (offer.version().equals(refused)) {
                throw new RefusedException(new IllegalStateException("does not resolve"));
            }
            if (answering) {
                desk.arrived(() -> id);
            }
        }

        @Override
        public void remove(String id) {
            moves.add("remove " + id);
            installed.remove(id);
            if (desk.answers(id)) {
                desk.left(() -> id);
            }
        }
    }
}
