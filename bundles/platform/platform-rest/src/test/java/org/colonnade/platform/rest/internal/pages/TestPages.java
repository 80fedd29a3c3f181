package org.colonnade.platform.rest.internal.pages;

import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.rest.internal.door.TestHouse;
import org.colonnade.platform.rest.internal.metric.MetricsPage;

/** The front door with its pages, as the service registry would put them together. */
public final class TestPages {

    private TestPages() {}

    public static TestHouse house(HealthCheck... checks) {
        TestHouse house = new TestHouse();
        Ward ward = new Ward(house.board.switchboard);
        ward.gatekeeper = house.gatekeeper();
        ward.checks.addAll(java.util.List.of(checks));
        house.pages(
                new ApiPage(house.board.switchboard),
                new DocsPage(),
                new HealthPage(ward),
                new MetricsPage(house.meter));
        return house;
    }
}
