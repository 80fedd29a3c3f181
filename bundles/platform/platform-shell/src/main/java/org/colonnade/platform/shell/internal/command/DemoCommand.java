package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import java.util.Comparator;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.admin.DemoData;
import org.colonnade.platform.api.admin.FunctionStatus;
import org.colonnade.platform.api.admin.Functions;

/** Makes the demo company: every function, each with its part of the data. */
@Service
@Command(
        scope = "colonnade",
        name = "demo",
        description = "Installs every function and loads the demo company; a second time changes nothing")
public final class DemoCommand extends HouseCommand {

    public DemoCommand() {}

    DemoCommand(House house) {
        super(house);
    }

    @Override
    void run(PrintStream out) {
        Functions functions = house().the(Functions.class, "functions");
        for (FunctionStatus function : functions.all()) {
            if (function.state() != FunctionStatus.State.ACTIVE) {
                functions.install(function.id());
            }
        }
        house().all(DemoData.class).stream()
                .sorted(Comparator.comparing(DemoData::module))
                .forEach(data -> out.println(data.module() + ": " + data.load()));
    }
}
