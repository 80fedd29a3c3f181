package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.Test;

/** A start that cannot succeed says in one sentence why and what to do, ends with 1 and leaves nothing running. */
public class OneSentence {

    @Test
    public void aPortThatIsTaken() throws Exception {
        House house = House.empty("port");
        try (ServerSocket taken = new ServerSocket(house.port(), 1, InetAddress.getLoopbackAddress())) {
            refused(house, house.script("start"), String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    public void aDataFolderThatCannotBeWritten() throws Exception {
        Path file = Files.createTempFile(Path.of("target").toAbsolutePath(), "no-folder", "");
        House.Ran ran = House.run(List.of(
                Path.of(System.getProperty("colonnade.root"), "colonnade").toString(),
                "start",
                "--home",
                file.resolve("home").toString()));
        assertSentence(ran, file.toString());
    }

    @Test
    public void aSecondStartOnTheSameFolder() {
        House house = House.shared();
        House.Ran ran = house.script("start");
        assertSentence(ran, house.home().toString());
        assertTrue("the first one goes on", house.process().isAlive());
        house.api().get("/health/live").expect(200);
    }

    @Test
    public void aDatabaseThatIsNotThere() throws Exception {
        House house = House.empty("nodb");
        Path etc = Files.createDirectories(house.home().resolve("etc"));
        int nobody = House.freePort();
        Files.writeString(
                etc.resolve("org.colonnade.store.cfg"),
                "url = jdbc:postgresql://127.0.0.1:" + nobody + "/colonnade\nuser = colonnade\npassword = wrong\n");
        refused(house, house.script("start"), String.valueOf(nobody));
    }

    @Test
    public void aVerbThatDoesNotExist() {
        assertSentence(House.empty("verb").script("dance"), "dance");
    }

    private static void refused(House house, House.Ran ran, String named) {
        assertSentence(ran, named);
        assertFalse(
                "nothing is left running",
                Files.exists(house.home().resolve("run/colonnade.pid"))
                        && house.process().isAlive());
    }

    private static void assertSentence(House.Ran ran, String named) {
        assertEquals(ran.output(), 1, ran.status());
        String last = ran.output().strip().lines().reduce((a, b) -> b).orElse("");
        assertTrue("the last line names " + named + ": " + ran.output(), last.contains(named));
        assertTrue("it is a sentence: " + last, last.endsWith("."));
        assertFalse("no stack trace: " + ran.output(), ran.output().contains("\tat "));
    }
}
