package org.colonnade.platform.dossier.internal;

import static org.junit.Assert.assertEquals;

import java.util.Map;
import org.colonnade.platform.api.dossier.ActivityDraft;
import org.colonnade.platform.api.dossier.ActivityType;
import org.colonnade.platform.api.dossier.CustomFieldDraft;
import org.colonnade.platform.api.dossier.FieldType;
import org.junit.Test;

/** What a caller does not say is false. */
public class LeftOutTest {

    @Test
    public void whatIsLeftOutIsFalse() {
        CustomFieldDraft field = new CustomFieldDraft(
                "crm:party",
                "size",
                Map.of("en", "Size"),
                FieldType.TEXT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertEquals(false, field.required());
        assertEquals(false, field.unique());
        ActivityDraft activity = new ActivityDraft(
                ActivityType.TASK,
                "Call",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertEquals(false, activity.allDay());
    }
}
