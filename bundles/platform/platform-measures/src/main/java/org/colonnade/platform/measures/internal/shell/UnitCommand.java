package org.colonnade.platform.measures.internal.shell;

import java.io.PrintStream;
import java.math.RoundingMode;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.colonnade.platform.api.Quantity;
import org.colonnade.platform.api.Rational;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.unit.UnitInfo;
import org.colonnade.platform.api.unit.Units;

/** Shows a unit of measure, or what a quantity is in another one. */
@Service
@Command(
        scope = "colonnade",
        name = "unit",
        description = "Shows a unit of measure, or what a quantity is in another one")
public class UnitCommand implements Action {

    private static final int SHOWN = 12;

    @Argument(index = 0, name = "unit", description = "a code, such as LBR", required = true)
    private String from;

    @Argument(index = 1, name = "other", description = "another code, such as KGM; the unit alone if missing")
    private String to;

    @Argument(index = 2, name = "value", description = "how much; 1 if missing")
    private String value = "1";

    @Reference
    private Units units;

    @Reference
    private Session session;

    @Override
    public Object execute() throws CommandException {
        try {
            UnitInfo unit = units.get(from);
            PrintStream out = session.getConsole();
            if (to == null) {
                out.printf(
                        "%s %s (%s)%n",
                        unit.code(),
                        unit.names().get("en"),
                        unit.kind().labels().get("en"));
                return null;
            }
            Quantity given = Quantity.of(value, from);
            Rational exact = units.convert(given, to);
            String shown = exact.rounded(SHOWN, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString();
            out.printf("%s = %s %s (%s)%n", given, shown, to, exact);
            return null;
        } catch (IllegalArgumentException unreadable) {
            throw new CommandException("A quantity is a number such as 2.5");
        } catch (Problem problem) {
            throw new CommandException(problem.getMessage(), problem.getMessage());
        }
    }
}
