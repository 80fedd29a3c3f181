package org.colonnade.testkit.contract;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.colonnade.platform.api.Permission;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class ResourceRuleTest {

    private static final String HEAD =
            "package fake.internal.rest; import javax.ws.rs.*; import org.colonnade.platform.api.web.*; ";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private FakeFunction fake;

    @Before
    public void begin() throws Exception {
        fake = new FakeFunction(folder.getRoot().toPath()).allows(Permission.of("fake.thing.read", "Read", "อ่าน"));
        for (String name : new String[] {"Path", "GET", "POST", "PATCH", "PathParam", "Consumes"}) {
            String value = name.length() > 5 || name.equals("Path") ? "String value();" : "";
            fake.core(
                    "package javax.ws.rs; @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME) public @interface "
                            + name + " {" + value + "}");
        }
    }

    @After
    public void end() throws Exception {
        fake.close();
    }

    @Test
    public void whatSaysEverythingIsTaken() throws Exception {
        things(
                        "@POST @Requires(\"fake.thing.read\") @Operation(value = \"Adds\", example = \"{\\\"name\\\": \\\"x\\\"}\") public void add(Draft draft,"
                                + " @PathParam(\"id\") String id) {}"
                                + "@PATCH @Requires(\"fake.thing.read\") @Operation(value = \"Changes\", example = \"{\\\"name\\\": null}\","
                                + " patches = Draft.class) public void change(MergePatch patch) {}"
                                + "@POST @Consumes(\"text/vcard\") @Open(Open.To.SIGNED_IN) @Operation(value = \"Imports\", example = \"BEGIN:VCARD\")"
                                + " public void load(java.io.InputStream file) {}"
                                + "@POST @Open(Open.To.SIGNED_IN) @Operation(\"Confirms\") public void confirm(@PathParam(\"id\") String id) {}")
                .contract()
                .resourcesSayWhoMayEnterAndWhatTheyDo();
    }

    @Test
    public void aMethodThatAnybodyCouldEnterIsFound() throws Exception {
        things("@GET @Operation(\"Reads\") public void read() {}");
        breaks("Things.read has neither @Requires nor @Open");
    }

    @Test
    public void aPermissionThatNobodyDeclaredIsFound() throws Exception {
        things("@GET @Requires(\"fake.thing.reed\") @Operation(\"Reads\") public void read() {}");
        breaks("Things.read requires fake.thing.reed");
    }

    @Test
    public void aMethodThatDoesNotSayWhatItDoesIsFound() throws Exception {
        things("@GET @Open(Open.To.EVERYBODY) public void read() {}");
        breaks("Things.read has no @Operation");
    }

    @Test
    public void anExampleThatCannotSucceedIsFound() throws Exception {
        things(
                "@POST @Open(Open.To.EVERYBODY) @Operation(\"A\") public void none(Draft draft) {}"
                        + "@POST @Open(Open.To.EVERYBODY) @Operation(value = \"B\", example = \"{name: 1}\") public void broken(Draft draft) {}"
                        + "@POST @Open(Open.To.EVERYBODY) @Operation(value = \"C\", example = \"{\\\"nme\\\": 1}\") public void other(Draft draft) {}"
                        + "@POST @Open(Open.To.EVERYBODY) @Operation(value = \"D\", example = \"{\\\"name\\\":1,\\\"name\\\":2}\") public void twice(Draft draft) {}"
                        + "@PATCH @Open(Open.To.EVERYBODY) @Operation(value = \"E\", example = \"{}\") public void blind(MergePatch patch) {}");
        breaks(
                "Things.none takes a body, but shows no example",
                "Things.broken shows an example that is no JSON",
                "Things.other shows an example with 'nme', which Draft does not have",
                "Things.twice shows an example that is no JSON",
                "Things.blind takes a patch, but does not say of what");
    }

    @Test
    public void aResourceThatIsForgottenIsFound() throws Exception {
        fake.core(HEAD + "@Path(\"/lost\") public class Lost {}").built();
        breaks("Lost has @Path, but the module does not hand it over");
    }

    private FakeFunction things(String methods) throws Exception {
        return fake.core(HEAD + "@Path(\"/things\") public class Things { public record Draft(String name) {} "
                        + methods + "}")
                .built("fake.internal.rest.Things");
    }

    private void breaks(String... sayings) {
        AssertionError fault =
                assertThrows(AssertionError.class, () -> fake.contract().resourcesSayWhoMayEnterAndWhatTheyDo());
        for (String saying : sayings) {
            assertTrue(
                    fault.getMessage() + "\n  does not say: " + saying,
                    fault.getMessage().contains(saying));
        }
    }
}
