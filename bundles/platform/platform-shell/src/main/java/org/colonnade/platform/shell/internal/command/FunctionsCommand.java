package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.colonnade.platform.api.admin.FunctionStatus;
import org.colonnade.platform.api.admin.Functions;

/** Lists what is installed and what can be. */
@Service
@Command(
        scope = "colonnade",
        name = "functions",
        description = "Lists the functions: what is installed and what is on offer")
public final class FunctionsCommand extends HouseCommand {

    public FunctionsCommand() {}

    FunctionsCommand(House house) {
        super(house);
    }

    @Override
    void run(PrintStream out) {
        show(house().the(Functions.class, "functions").all(), out);
    }

    static void show(List<FunctionStatus> functions, PrintStream out) {
        ShellTable table = new ShellTable().emptyTableText("No function is on offer.");
        table.column("function");
        table.column("state");
        table.column("version");
        table.column("on offer");
        table.column("description");
        for (FunctionStatus function : functions) {
            table.addRow()
                    .addContent(
                            function.id(),
                            function.state().name().toLowerCase(Locale.ROOT),
                            Objects.requireNonNullElse(function.version(), ""),
                            function.offered(),
                            function.description());
        }
        table.print(out);
    }
}
