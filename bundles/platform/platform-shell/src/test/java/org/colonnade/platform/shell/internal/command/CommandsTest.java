package org.colonnade.platform.shell.internal.command;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.admin.DemoData;
import org.colonnade.platform.api.admin.FunctionStatus;
import org.colonnade.platform.api.admin.FunctionStatus.State;
import org.colonnade.platform.api.admin.Functions;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.audit.Entry;
import org.colonnade.platform.api.audit.Verdict;
import org.colonnade.platform.api.company.Companies;
import org.colonnade.platform.api.company.Company;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.security.Accounts;
import org.colonnade.platform.api.security.Substitutes;
import org.colonnade.platform.api.security.Substitutes.Substitution;
import org.junit.Test;

public class CommandsTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Deque<String> typed = new ArrayDeque<>();
    private final List<Object> services = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();

    private final House house = new House() {
        @Override
        public <T> List<T> all(Class<T> type) {
            return services.stream().filter(type::isInstance).map(type::cast).toList();
        }
    };

    @Test
    public void aCommandSaysPlainlyWhenItsServiceIsAbsent() {
        CommandException refusal = assertThrows(CommandException.class, () -> execute(new FunctionsCommand(house)));

        assertTrue(refusal.getNiceHelp(), refusal.getNiceHelp().startsWith("There are no functions now"));
    }

    @Test
    public void theListShowsWhatIsInstalledAndWhatCanBe() throws Exception {
        services.add(functions(new FunctionStatus("crm", "Customers", State.AVAILABLE, null, "1.0.0")));

        String text = execute(new FunctionsCommand(house));

        assertTrue(text, text.contains("crm") && text.contains("available") && text.contains("1.0.0"));
    }

    @Test
    public void aRefusalIsItsSentence() {
        services.add(fake(Functions.class, (name, arguments) -> {
            throw NotFound.of("platform", "function", "crm");
        }));

        CommandException refusal = assertThrows(CommandException.class, () -> execute(new FunctionsCommand(house)));

        assertEquals("There is no function 'crm' in your view.", refusal.getNiceHelp());
    }

    @Test
    public void theConsoleActsAsTheMachinesAdministrator() throws Exception {
        services.add(fake(Functions.class, (name, arguments) -> {
            calls.add(Caller.current().actor().name()
                    + ' '
                    + Caller.current().actor().administrator());
            return List.of();
        }));

        execute(new FunctionsCommand(house));

        assertEquals(List.of("console true"), calls);
        assertEquals("platform", Caller.current().actor().name());
    }

    @Test
    public void aPasswordIsAskedForTwiceAndNeverShown() throws Exception {
        services.add(accounts());
        typed.addAll(List.of("seven tall columns", "seven tall columns"));

        String text = execute(new UserAddCommand(house, "anna"));

        assertEquals(List.of("add anna seven tall columns"), calls);
        assertEquals("anna may sign in, but do nothing yet: give a role.\n", text);
    }

    @Test
    public void whoStandsInForAUserIsListed() throws Exception {
        Ref anna = new Ref("platform", "user", "0A");
        services.add(fake(
                Accounts.class,
                (name, arguments) -> new Accounts.User("0A", "anna", "Anna", Set.of(), true, Instant.EPOCH, 1)));
        services.add(fake(
                Substitutes.class,
                (name, arguments) -> name.equals("principalsOf")
                        ? List.of()
                        : List.of(new Substitution(
                                "0S",
                                (Ref) arguments[0],
                                new Ref("platform", "user", "0B"),
                                Instant.EPOCH,
                                Instant.parse("2027-01-01T00:00:00Z"),
                                Set.of("crm.party.read")))));

        String text = execute(new SubstituteListCommand(house, "anna"));

        assertTrue(text, text.contains("0S") && text.contains("platform:user:0B") && text.contains("crm.party.read"));
        assertTrue(text, text.contains("anna") && !text.contains(anna.toString()));
    }

    @Test
    public void companiesAreOpenedAndListed() throws Exception {
        Company tea = new Company(2, "tea", "Siam Tea", "THB", "Asia/Bangkok", "th", "10-01", true, Instant.EPOCH, 1);
        services.add(fake(Companies.class, (name, arguments) -> name.equals("all") ? List.of(tea) : tea));

        String list = execute(new CompanyListCommand(house));
        String opened = execute(new CompanyOpenCommand(house, "tea", "Siam Tea"));

        assertTrue(list, list.contains("tea") && list.contains("Asia/Bangkok") && list.contains("10-01"));
        assertTrue(opened, opened.contains("Colonnade-Company: tea"));
    }

    @Test
    public void twoDifferentPasswordsChangeNothing() {
        services.add(accounts());
        typed.addAll(List.of("seven tall columns", "seven tall colums"));

        assertThrows(CommandException.class, () -> execute(new UserAddCommand(house, "anna")));

        assertEquals(List.of(), calls);
    }

    @Test
    public void theDemoInstallsWhatIsNotThereAndLoadsAll() throws Exception {
        services.add(functions(
                new FunctionStatus("crm", "Customers", State.ACTIVE, "1.0.0", "1.0.0"),
                new FunctionStatus("sales", "Sales", State.AVAILABLE, null, "1.0.0")));
        services.add(demo("sales"));
        services.add(demo("crm"));

        String text = execute(new DemoCommand(house));

        assertEquals(List.of("install sales"), calls);
        assertEquals("crm: 3 records\nsales: 3 records\n", text);
    }

    @Test
    public void aBrokenAuditFailsTheCommandAndNamesTheRow() throws Exception {
        Verdict.Wrong wrong = new Verdict.Wrong(1, 7, "0J5", Verdict.Fault.CHANGED, "It is not what was chained.");
        services.add(audit(new Verdict(false, 6, 0, 1, wrong)));

        CommandException refusal = assertThrows(CommandException.class, () -> execute(new AuditVerifyCommand(house)));

        assertEquals(
                "The audit is not whole. Position 7, row 0J5 (CHANGED): It is not what was chained. The 6 rows before fit.",
                refusal.getNiceHelp());
    }

    @Test
    public void aWholeAuditSaysWhatWasCompared() throws Exception {
        services.add(audit(new Verdict(true, 9, 0, 2, null)));

        assertEquals("The audit is whole: 9 rows and 2 anchors fit.\n", execute(new AuditVerifyCommand(house)));
    }

    @Test
    public void theAuditIsShown() throws Exception {
        services.add(audit(null));

        String text = execute(new AuditCommand(house));

        assertTrue(text, text.contains("crm:party:1") && text.contains("waits") && text.contains("More: --after x"));
    }

    private AuditLog audit(Verdict verdict) {
        Entry entry =
                new Entry("0J5", null, Instant.EPOCH, "platform:user:A", "r", "changed", "crm:party:1", 2, null, null);
        return fake(
                AuditLog.class, (name, arguments) -> name.equals("verify") ? verdict : new Page<>(List.of(entry), "x"));
    }

    private String execute(HouseCommand command) throws Exception {
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        command.session(fake(Session.class, (name, arguments) -> switch (name) {
            case "getConsole" -> out;
            case "readLine" -> typed.removeFirst();
            default -> null;
        }));
        command.execute();
        return shown.toString(StandardCharsets.UTF_8);
    }

    private Functions functions(FunctionStatus... all) {
        return fake(Functions.class, (name, arguments) -> {
            if (name.equals("all")) {
                return List.of(all);
            }
            calls.add(name + ' ' + arguments[0]);
            return all[0];
        });
    }

    private Accounts accounts() {
        return fake(Accounts.class, (name, arguments) -> {
            Accounts.UserDraft draft = (Accounts.UserDraft) arguments[0];
            calls.add(name + ' ' + draft.name() + ' ' + draft.password());
            return new Accounts.User("1", draft.name(), draft.name(), Set.of(), true, null, 1);
        });
    }

    private static DemoData demo(String module) {
        return fake(DemoData.class, (name, arguments) -> name.equals("module") ? module : "3 records");
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }

    @FunctionalInterface
    private interface Answers {
        Object to(String method, Object[] arguments) throws Exception;
    }
}
