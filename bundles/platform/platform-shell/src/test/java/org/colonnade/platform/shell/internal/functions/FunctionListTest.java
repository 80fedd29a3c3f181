package org.colonnade.platform.shell.internal.functions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FunctionListTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path file;
    private FunctionList list;

    @Before
    public void anEmptyFolder() {
        file = folder.getRoot().toPath().resolve("org.colonnade.functions.cfg");
        list = new FunctionList(folder.getRoot().toPath());
    }

    @Test
    public void withoutAFileNothingBelongsHere() {
        assertEquals(Set.of(), list.read());
    }

    @Test
    public void whatIsWrittenIsReadAndTheCommentsStay() throws IOException {
        Files.writeString(file, "# kept by the platform\nfunctions =\n");

        list.write(List.of("sales", "crm"));

        assertEquals(Set.of("crm", "sales"), list.read());
        assertEquals(List.of("# kept by the platform", "functions = crm, sales"), Files.readAllLines(file));
    }

    @Test
    public void whatCouldNeverBeAFunctionIsLeftOut() throws IOException {
        Files.writeString(file, "functions = crm, ,platform, ../x, Sales\n");

        assertEquals(Set.of("crm"), list.read());
    }

    @Test
    public void writingTheSameAgainTouchesNothing() throws IOException {
        list.write(Set.of("crm"));
        Files.writeString(file, Files.readString(file) + "# by hand\n");

        list.write(Set.of("crm"));

        assertTrue(Files.readString(file).endsWith("# by hand\n"));
    }
}
