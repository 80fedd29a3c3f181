package org.colonnade.platform.calendar.internal.holiday;

import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.spi.ChristianHoliday;
import de.focus_shift.jollyday.core.spi.Described;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHoliday;
import de.focus_shift.jollyday.core.spi.Fixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayBetweenFixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonth;
import de.focus_shift.jollyday.core.spi.FixedWeekdayRelativeToFixed;
import de.focus_shift.jollyday.core.spi.IslamicHoliday;
import de.focus_shift.jollyday.core.spi.Limited;
import de.focus_shift.jollyday.core.spi.Movable;
import de.focus_shift.jollyday.core.spi.Occurrence;
import de.focus_shift.jollyday.core.spi.Relation;
import de.focus_shift.jollyday.core.spi.RelativeToEasterSunday;
import de.focus_shift.jollyday.core.spi.RelativeToFixed;
import de.focus_shift.jollyday.core.spi.RelativeToWeekdayInMonth;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.util.List;
import org.threeten.extra.Days;
import org.threeten.extra.chrono.JulianChronology;
import org.w3c.dom.Element;

/** A rule for a holiday, as an element of a rule file says it. What the element leaves out is as the schema of the files says. */
abstract class Rule implements Described, Limited {

    final Element element;

    Rule(Element element) {
        this.element = element;
    }

    @Override
    public String descriptionPropertiesKey() {
        return Xml.attribute(element, "descriptionPropertiesKey");
    }

    @Override
    public HolidayType holidayType() {
        return Xml.word(HolidayType.class, Xml.attribute(element, "localizedType"), HolidayType.PUBLIC_HOLIDAY);
    }

    @Override
    public Year validFrom() {
        return year("validFrom");
    }

    @Override
    public Year validTo() {
        return year("validTo");
    }

    private Year year(String attribute) {
        String text = Xml.attribute(element, attribute);
        return text == null ? null : Year.of(Integer.parseInt(text));
    }

    @Override
    public YearCycle cycle() {
        return Xml.word(YearCycle.class, Xml.attribute(element, "every"), YearCycle.EVERY_YEAR);
    }

    public List<Movable.MovingCondition> conditions() {
        return Xml.children(element, "MovingCondition")
                .<Movable.MovingCondition>map(Moving::new)
                .toList();
    }

    final DayOfWeek weekdayAttribute() {
        return day(Xml.attribute(element, "weekday"));
    }

    final Relation whenAttribute() {
        return Xml.word(Relation.class, Xml.attribute(element, "when"), null);
    }

    final Occurrence whichAttribute() {
        return Xml.word(Occurrence.class, Xml.attribute(element, "which"), null);
    }

    private static DayOfWeek day(String text) {
        return Xml.word(DayOfWeek.class, text, null);
    }

    private static Chronology chronology(String text) {
        return "JULIAN".equals(text) ? JulianChronology.INSTANCE : IsoChronology.INSTANCE;
    }

    private static Days days(String text) {
        return text == null ? null : Days.of(Integer.parseInt(text));
    }

    /** On which weekday a day is not kept, and when instead. */
    private record Moving(Element element) implements Movable.MovingCondition {

        @Override
        public DayOfWeek substitute() {
            return day(Xml.attribute(element, "substitute"));
        }

        @Override
        public With with() {
            return Xml.word(With.class, Xml.attribute(element, "with"), null);
        }

        @Override
        public DayOfWeek weekday() {
            return day(Xml.attribute(element, "weekday"));
        }
    }

    static final class OnDay extends Rule implements Fixed {

        OnDay(Element element) {
            super(element);
        }

        @Override
        public MonthDay day() {
            return MonthDay.of(
                    Month.valueOf(Xml.attribute(element, "month")), Integer.parseInt(Xml.attribute(element, "day")));
        }
    }

    static final class NearDay extends Rule implements RelativeToFixed {

        NearDay(Element element) {
            super(element);
        }

        @Override
        public DayOfWeek weekday() {
            return Rule.day(Xml.text(element, "Weekday"));
        }

        @Override
        public Days days() {
            return Rule.days(Xml.text(element, "Days"));
        }

        @Override
        public Relation when() {
            return Xml.word(Relation.class, Xml.text(element, "When"), null);
        }

        @Override
        public Fixed date() {
            return new OnDay(Xml.child(element, "Date"));
        }
    }

    static final class WeekdayInMonth extends Rule implements FixedWeekdayInMonth {

        WeekdayInMonth(Element element) {
            super(element);
        }

        @Override
        public DayOfWeek weekday() {
            return weekdayAttribute();
        }

        @Override
        public Month month() {
            return Month.valueOf(Xml.attribute(element, "month"));
        }

        @Override
        public Occurrence which() {
            return whichAttribute();
        }
    }

    static final class NearWeekdayInMonth extends Rule implements RelativeToWeekdayInMonth {

        NearWeekdayInMonth(Element element) {
            super(element);
        }

        @Override
        public DayOfWeek weekday() {
            return weekdayAttribute();
        }

        @Override
        public Relation when() {
            return whenAttribute();
        }

        @Override
        public FixedWeekdayInMonth weekdayInMonth() {
            return new WeekdayInMonth(Xml.child(element, "FixedWeekday"));
        }
    }

    static final class Christian extends Rule implements ChristianHoliday {

        Christian(Element element) {
            super(element);
        }

        @Override
        public ChristianHolidayType type() {
            return ChristianHolidayType.valueOf(Xml.attribute(element, "type"));
        }

        @Override
        public Chronology chronology() {
            return Rule.chronology(Xml.attribute(element, "chronology"));
        }
    }

    static final class Islamic extends Rule implements IslamicHoliday {

        Islamic(Element element) {
            super(element);
        }

        @Override
        public IslamicHolidayType type() {
            return IslamicHolidayType.valueOf(Xml.attribute(element, "type"));
        }
    }

    static final class Ethiopian extends Rule implements EthiopianOrthodoxHoliday {

        Ethiopian(Element element) {
            super(element);
        }

        @Override
        public EthiopianOrthodoxHolidayType type() {
            return EthiopianOrthodoxHolidayType.valueOf(Xml.attribute(element, "type"));
        }
    }

    static final class WeekdayBetween extends Rule implements FixedWeekdayBetweenFixed {

        WeekdayBetween(Element element) {
            super(element);
        }

        @Override
        public Fixed from() {
            return new OnDay(Xml.child(element, "from"));
        }

        @Override
        public Fixed to() {
            return new OnDay(Xml.child(element, "to"));
        }

        @Override
        public DayOfWeek weekday() {
            return weekdayAttribute();
        }
    }

    static final class WeekdayNearDay extends Rule implements FixedWeekdayRelativeToFixed {

        WeekdayNearDay(Element element) {
            super(element);
        }

        @Override
        public Fixed day() {
            return new OnDay(Xml.child(element, "day"));
        }

        @Override
        public Occurrence which() {
            return whichAttribute();
        }

        @Override
        public DayOfWeek weekday() {
            return weekdayAttribute();
        }

        @Override
        public Relation when() {
            return whenAttribute();
        }
    }

    static final class NearEaster extends Rule implements RelativeToEasterSunday {

        NearEaster(Element element) {
            super(element);
        }

        @Override
        public Chronology chronology() {
            return Rule.chronology(Xml.text(element, "chronology"));
        }

        @Override
        public Days days() {
            return Rule.days(Xml.text(element, "days"));
        }
    }
}
