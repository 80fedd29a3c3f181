package org.colonnade.platform.calendar.internal.shell;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.colonnade.platform.api.calendar.BusinessCalendar;
import org.colonnade.platform.api.calendar.BusinessCalendars;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Problem;

/** Shows a business calendar: whether it is open, and when it opens next. */
@Service
@Command(
        scope = "colonnade",
        name = "calendar",
        description = "Shows a business calendar: whether it is open, and when it opens next")
public class CalendarCommand implements Action {

    @Argument(name = "name", description = "the calendar's name; the standard one if missing")
    private String name;

    @Option(name = "--at", description = "a moment in UTC, such as 2027-03-01T12:00:00Z; now if missing")
    private String at;

    @Reference
    private BusinessCalendars calendars;

    @Reference
    private Session session;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Object execute() throws CommandException {
        try {
            show(session.getConsole(), at == null ? clock.instant() : Instant.parse(at));
            return null;
        } catch (DateTimeParseException unreadable) {
            throw new CommandException("--at is no moment such as 2027-03-01T12:00:00Z");
        } catch (Problem problem) {
            throw new CommandException(problem.getMessage(), problem.getMessage());
        }
    }

    private void show(PrintStream out, Instant moment) {
        BusinessCalendar calendar = name == null ? calendars.standard() : named();
        out.printf("%s (%s), %s%n", calendar.name(), calendar.ref(), calendar.zone());
        if (calendar.isOpen(moment)) {
            out.printf("open at %s%n", moment.atZone(calendar.zone()));
        } else {
            out.printf("closed at %s%n", moment.atZone(calendar.zone()));
            out.printf("opens at %s%n", calendar.nextOpen(moment).atZone(calendar.zone()));
        }
    }

    private BusinessCalendar named() {
        return calendars
                .named(name)
                .orElseThrow(() -> new NotFound(
                        "calendar.business.not-found", "There is no calendar of the name '" + name + "'."));
    }
}
