package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.admin.FunctionStatus;
import org.colonnade.platform.api.admin.Functions;

/** Installs a function and waits until it answers. */
@Service
@Command(
        scope = "colonnade",
        name = "functions-install",
        description = "Installs a function and waits until it answers")
public final class FunctionsInstallCommand extends HouseCommand {

    @Argument(name = "function", description = "its id, such as crm", required = true)
    @Completion(FunctionNames.class)
    private String id;

    @Override
    void run(PrintStream out) {
        FunctionStatus function = house().the(Functions.class, "functions").install(id);
        out.println(function.id() + " " + function.version() + " is installed.");
    }
}
