package org.colonnade.platform.shell.internal.command;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.colonnade.platform.api.company.Companies;
import org.colonnade.platform.api.company.Company;
import org.colonnade.platform.api.company.CompanyDraft;

/** Opens a company. */
@Service
@Command(scope = "colonnade", name = "company-open", description = "Opens another company with records of its own")
public final class CompanyOpenCommand extends HouseCommand {

    @Argument(index = 0, name = "code", description = "small letters, digits and -", required = true)
    private String code;

    @Argument(index = 1, name = "name", description = "the legal name", required = true)
    private String name;

    @Option(name = "--currency", description = "a code of ISO 4217; EUR if missing")
    private String currency;

    @Option(name = "--zone", description = "a zone such as Asia/Bangkok; UTC if missing")
    private String zone;

    @Option(name = "--language", description = "a language such as th; en if missing")
    private String language;

    @Option(name = "--year-start", description = "the first day of the fiscal year as MM-DD; 01-01 if missing")
    private String yearStart;

    public CompanyOpenCommand() {}

    CompanyOpenCommand(House house, String code, String name) {
        super(house);
        this.code = code;
        this.name = name;
    }

    @Override
    void run(PrintStream out) {
        Company opened = house().the(Companies.class, "companies")
                .open(new CompanyDraft(code, name, currency, zone, language, yearStart, true));
        out.println(opened.name() + " is open; requests name it with Colonnade-Company: " + opened.code());
    }
}
