package org.colonnade.platform.calendar.internal.domain;

import java.util.List;

/**
 * What a caller says of a business calendar.
 *
 * @param name what people call it; unique among those that are not archived
 * @param zone of its windows and days, as in the IANA database ({@code Asia/Bangkok}) or an offset ({@code +05:45})
 * @param standard whether it becomes the one that holds where none is named; the first one does by itself
 * @param week its windows; empty for a calendar that opens on its openings only
 * @param holidays sets of public holidays by ISO 3166 code: {@code DE-BY}, {@code TH}
 * @param closures days on which it is closed
 * @param openings windows of single days
 */
public record BusinessHoursDraft(
        String name,
        String zone,
        Boolean standard,
        List<WeekWindow> week,
        List<String> holidays,
        List<Closure> closures,
        List<Opening> openings) {

    public BusinessHoursDraft {
        standard = standard != null && standard;
    }
}
