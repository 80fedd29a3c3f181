package org.colonnade.platform.calendar.internal.holiday;

import de.focus_shift.jollyday.core.spi.ChristianHoliday;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHoliday;
import de.focus_shift.jollyday.core.spi.Fixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayBetweenFixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonth;
import de.focus_shift.jollyday.core.spi.FixedWeekdayRelativeToFixed;
import de.focus_shift.jollyday.core.spi.Holidays;
import de.focus_shift.jollyday.core.spi.IslamicHoliday;
import de.focus_shift.jollyday.core.spi.RelativeToEasterSunday;
import de.focus_shift.jollyday.core.spi.RelativeToFixed;
import de.focus_shift.jollyday.core.spi.RelativeToWeekdayInMonth;
import java.util.List;
import org.w3c.dom.Element;

/**
 * The rules of one area, by kind. The library finds the kinds by calling every method of this class that answers something generic, from
 * outside: so it is public, and has no methods of that form but these.
 *
 * @param element holds them; null for an area without rules of its own
 */
public record AreaRules(Element element) implements Holidays {

    @Override
    public List<Fixed> fixed() {
        return Xml.all(element, "Fixed", Rule.OnDay::new);
    }

    @Override
    public List<RelativeToFixed> relativeToFixed() {
        return Xml.all(element, "RelativeToFixed", Rule.NearDay::new);
    }

    @Override
    public List<RelativeToWeekdayInMonth> relativeToWeekdayInMonth() {
        return Xml.all(element, "RelativeToWeekdayInMonth", Rule.NearWeekdayInMonth::new);
    }

    @Override
    public List<FixedWeekdayInMonth> fixedWeekdays() {
        return Xml.all(element, "FixedWeekday", Rule.WeekdayInMonth::new);
    }

    @Override
    public List<ChristianHoliday> christianHolidays() {
        return Xml.all(element, "ChristianHoliday", Rule.Christian::new);
    }

    @Override
    public List<IslamicHoliday> islamicHolidays() {
        return Xml.all(element, "IslamicHoliday", Rule.Islamic::new);
    }

    @Override
    public List<FixedWeekdayBetweenFixed> fixedWeekdayBetweenFixed() {
        return Xml.all(element, "FixedWeekdayBetweenFixed", Rule.WeekdayBetween::new);
    }

    @Override
    public List<FixedWeekdayRelativeToFixed> fixedWeekdayRelativeToFixed() {
        return Xml.all(element, "FixedWeekdayRelativeToFixed", Rule.WeekdayNearDay::new);
    }

    @Override
    public List<EthiopianOrthodoxHoliday> ethiopianOrthodoxHolidays() {
        return Xml.all(element, "EthiopianOrthodoxHoliday", Rule.Ethiopian::new);
    }

    @Override
    public List<RelativeToEasterSunday> relativeToEasterSunday() {
        return Xml.all(element, "RelativeToEasterSunday", Rule.NearEaster::new);
    }
}
