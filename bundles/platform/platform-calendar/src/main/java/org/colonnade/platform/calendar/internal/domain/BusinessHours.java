package org.colonnade.platform.calendar.internal.domain;

import java.util.List;
import org.colonnade.platform.api.record.Field;
import org.colonnade.platform.api.record.RecordType;

/** When it is open, as people declare it. The fields are those of {@link BusinessHoursDraft}. */
@RecordType(
        value = "calendar:business",
        plural = "calendars",
        en = "Business calendar",
        th = "ปฏิทินทำการ",
        order = "name",
        keys = "name",
        example =
                "{\"name\": \"Service desk Munich\", \"zone\": \"Europe/Berlin\", \"holidays\": [\"DE-BY\"], \"week\": ["
                        + "{\"day\": \"MONDAY\", \"from\": \"08:30\", \"to\": \"12:00\"}, "
                        + "{\"day\": \"MONDAY\", \"from\": \"13:00\", \"to\": \"17:00\"}, "
                        + "{\"day\": \"TUESDAY\", \"from\": \"08:30\", \"to\": \"12:00\"}], "
                        + "\"closures\": [{\"from\": \"2027-08-02\", \"until\": \"2027-08-13\", \"name\": \"Summer break\"}], "
                        + "\"openings\": [{\"day\": \"2027-12-11\", \"from\": \"09:00\", \"to\": \"13:00\"}]}")
public record BusinessHours(
        @Field(en = "Name", th = "ชื่อ", required = true, searched = true, max = 200) String name,
        @Field(en = "Time zone", th = "เขตเวลา", required = true, max = 60) String zone,
        @Field(en = "Standard", th = "ค่าเริ่มต้น") Boolean standard,
        @Field(en = "Week", th = "สัปดาห์") List<WeekWindow> week,
        @Field(en = "Holidays", th = "วันหยุดราชการ") List<String> holidays,
        @Field(en = "Closures", th = "วันปิดทำการ") List<Closure> closures,
        @Field(en = "Openings", th = "วันเปิดพิเศษ") List<Opening> openings) {

    public BusinessHours {
        standard = standard != null && standard;
        week = week == null ? List.of() : List.copyOf(week);
        holidays = holidays == null ? List.of() : List.copyOf(holidays);
        closures = closures == null ? List.of() : List.copyOf(closures);
        openings = openings == null ? List.of() : List.copyOf(openings);
    }

    /** The same, being the standard one or not. */
    public BusinessHours asStandard(boolean now) {
        return new BusinessHours(name, zone, now, week, holidays, closures, openings);
    }

    /** The same with other closures. */
    public BusinessHours closed(List<Closure> other) {
        return new BusinessHours(name, zone, standard, week, holidays, other, openings);
    }
}
