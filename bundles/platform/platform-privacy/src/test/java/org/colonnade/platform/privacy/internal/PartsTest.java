package org.colonnade.platform.privacy.internal;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.Test;

/** Functions whose services come one after the other. */
public class PartsTest {

    private static final long CRM = 40;

    private final Parts<String> parts = new Parts<>(name -> name.substring(0, name.indexOf('.')));

    @Test
    public void aFunctionIsThereWhenAllOfItsServicesAre() {
        parts.add("sales.orders");
        parts.add("crm.capture", CRM);
        assertEquals(Map.of("sales", List.of("sales.orders")), found());
        parts.add("crm.parties", CRM);
        assertEquals(Map.of("sales", List.of("sales.orders"), "crm", List.of("crm.capture", "crm.parties")), found());
    }

    @Test
    public void andIsAwayWhenTheFirstOfThemIs() {
        parts.add("crm.capture", CRM);
        parts.add("crm.parties", CRM);
        parts.remove("crm.capture");
        assertEquals(Map.of(), found());
        parts.remove("crm.parties");
        parts.add("crm.parties", CRM);
        parts.add("crm.capture", CRM);
        assertEquals(List.of("crm.parties", "crm.capture"), found().get("crm"));
    }

    private Map<String, List<String>> found() {
        return parts.byModule(bundle -> bundle == CRM ? 2 : 0);
    }
}
