package org.colonnade.platform.rest.internal.door;

import static org.junit.Assert.assertEquals;

import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.colonnade.platform.rest.internal.sample.ThingResource;
import org.junit.Test;

import java.net.http.HttpResponse;

public class FrontDoorTest {
    @Test
    public void slice() throws Exception {
        try (TestHouse house = new TestHouse()) {
            house.board.arrive(SampleModule.of(new ThingResource()));
            for (int i = 0; i < 2; i++) show(house.get("reader", "/api/sample/things"));
            show(house.get("reader", "/api/sample/things/1"));
            show(house.get("reader", "/api/sample/things/2"));
            show(house.get("nobody", "/api/sample/things/2"));
            show(house.send(house.to("/api/sample/things/2")));
            show(house.post("writer", "/api/sample/things", "application/json", ThingResource.EXAMPLE));
            show(house.post("writer", "/api/sample/things", "application/json", "{\"nam\":1}"));
            show(house.post("writer", "/api/sample/things", "application/json", "{\"name\":1}"));
            show(house.post("writer", "/api/sample/things", "application/json", ""));
            show(house.post("writer", "/api/sample/things", "text/plain", "x"));
            show(house.post("reader", "/api/sample/things", "application/json", ThingResource.EXAMPLE));
            show(house.get("reader", "/api/sample/things?limit=abc"));
            show(house.get("reader", "/api/sample/things?limi=1"));
            show(house.get("reader", "/api/sample/nothing"));
            show(house.get("reader", "/api/nothing"));
            show(house.get("reader", "/nothing"));
            show(house.get("reader", "/api/sample/things/fails"));
            show(house.get("reader", "/api/sample/things/me"));
            HttpResponse<String> r = house.get("reader", "/api/sample/things/export");
            System.err.println(r.headers().map() + " " + r.body().length());
            try { house.get("reader", "/api/sample/things/export?break=4000"); System.err.println("NOT CUT"); } catch (java.io.IOException e) { System.err.println("cut " + e); }
            assertEquals(200, house.get("reader", "/api/sample/things").statusCode());
        }
    }
    static void show(HttpResponse<String> r) { System.err.println(r.request().method() + " " + r.uri() + " -> " + r.statusCode() + " " + r.headers().map() + "\n   " + r.body()); }
}
