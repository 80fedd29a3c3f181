package org.colonnade.platform.shell.internal.client;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class CommandLineTest {

    @Test
    public void aSingleWordIsALine() {
        assertEquals("colonnade:functions | head", CommandLine.of(List.of("colonnade:functions | head")));
        assertEquals("", CommandLine.of(List.of()));
    }

    @Test
    public void severalWordsKeepTheirBorders() {
        assertEquals(
                "colonnade:user-add --display \"Anna Müller\" anna",
                CommandLine.of(List.of("colonnade:user-add", "--display", "Anna Müller", "anna")));
    }

    @Test
    public void whatTheShellWouldReadAsItsOwnIsQuoted() {
        assertEquals("echo \"\\$(x)\" \"a\\\"b\"", CommandLine.of(List.of("echo", "$(x)", "a\"b")));
        assertEquals("echo \"\"", CommandLine.of(List.of("echo", "")));
    }
}
