package org.colonnade.platform.measures.internal.shell;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.currency.Conversion;
import org.colonnade.platform.api.currency.RateLeg;
import org.colonnade.platform.api.currency.RateQuery;
import org.colonnade.platform.api.currency.RateQuote;
import org.colonnade.platform.api.currency.RateType;
import org.colonnade.platform.api.currency.Rates;
import org.colonnade.platform.api.problem.Problem;

/** Shows the rate between two currencies and what leads to it, and converts an amount. */
@Service
@Command(
        scope = "colonnade",
        name = "rate",
        description = "Shows the rate between two currencies and what leads to it, and converts an amount")
public class RateCommand implements Action {

    private static final int SHOWN = 12;

    @Argument(index = 0, name = "from", description = "a currency of ISO 4217, such as EUR", required = true)
    private String from;

    @Argument(index = 1, name = "to", description = "the other one", required = true)
    private String to;

    @Argument(index = 2, name = "amount", description = "how much to convert; the rate alone if missing")
    private String amount;

    @Option(name = "--on", description = "a day, such as 2027-03-01; today (UTC) if missing")
    private String on;

    @Option(name = "--type", description = "MID, BUY, SELL, OFFICIAL, CUSTOMS or MONTH_END; OFFICIAL if missing")
    private String type = "OFFICIAL";

    @Reference
    private Rates rates;

    @Reference
    private Session session;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Object execute() throws CommandException {
        try {
            LocalDate day = on == null ? clock.instant().atZone(ZoneOffset.UTC).toLocalDate() : LocalDate.parse(on);
            RateType kind = RateType.valueOf(type.toUpperCase(Locale.ROOT));
            RateQuote quote =
                    rates.quote(RateQuery.of(from.toUpperCase(Locale.ROOT), to.toUpperCase(Locale.ROOT), kind, day));
            show(session.getConsole(), quote);
            return null;
        } catch (DateTimeException unreadable) {
            throw new CommandException("--on is no day such as 2027-03-01");
        } catch (IllegalArgumentException unreadable) {
            throw new CommandException("An amount is a number such as 12.30; --type is one of those that --help names");
        } catch (Problem problem) {
            throw new CommandException(problem.getMessage(), problem.getMessage());
        }
    }

    private void show(PrintStream out, RateQuote quote) {
        out.printf(
                "1 %s = %s %s on %s%n",
                quote.from(),
                quote.factor()
                        .rounded(SHOWN, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString(),
                quote.to(),
                quote.on());
        for (RateLeg leg : quote.legs()) {
            out.printf(
                    "  %s to %s by the %s rate of %s: %s for %d%s%s%n",
                    leg.from(),
                    leg.to(),
                    leg.type(),
                    leg.date(),
                    leg.quoted().toPlainString(),
                    leg.per(),
                    leg.inverted() ? ", inverted" : "",
                    leg.source() == null ? "" : ", " + leg.source());
        }
        if (amount != null) {
            Money given = new Money(new BigDecimal(amount), Currency.getInstance(quote.from()));
            Conversion converted = quote.convert(given, RoundingMode.HALF_EVEN);
            out.printf("%s = %s, remainder %s%n", given, converted.amount(), converted.remainder());
        }
    }
}
