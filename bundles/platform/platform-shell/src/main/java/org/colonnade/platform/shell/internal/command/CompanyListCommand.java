package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.colonnade.platform.api.company.Companies;
import org.colonnade.platform.api.company.Company;

/** Lists the companies. */
@Service
@Command(scope = "colonnade", name = "company-list", description = "Lists the companies of this installation")
public final class CompanyListCommand extends HouseCommand {

    public CompanyListCommand() {}

    CompanyListCommand(House house) {
        super(house);
    }

    @Override
    void run(PrintStream out) {
        ShellTable table = new ShellTable();
        table.column("code");
        table.column("name");
        table.column("currency");
        table.column("zone");
        table.column("language");
        table.column("fiscal year from");
        table.column("active");
        for (Company company : house().the(Companies.class, "companies").all()) {
            table.addRow()
                    .addContent(
                            company.code(),
                            company.name(),
                            company.currency(),
                            company.zone(),
                            company.language(),
                            company.yearStart(),
                            company.active() ? "yes" : "no");
        }
        table.print(out);
    }
}
