package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.admin.FunctionStatus;
import org.colonnade.platform.api.admin.Functions;

/** Stops and removes a function; its data stays. */
@Service
@Command(scope = "colonnade", name = "functions-remove", description = "Stops and removes a function; its data stays")
public final class FunctionsRemoveCommand extends HouseCommand {

    @Argument(name = "function", description = "its id, such as crm", required = true)
    @Completion(FunctionNames.class)
    private String id;

    @Override
    void run(PrintStream out) {
        FunctionStatus function = house().the(Functions.class, "functions").remove(id);
        out.println(function.id() + " is removed; its data stays and is there again when it is installed.");
    }
}
