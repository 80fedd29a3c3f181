package org.colonnade.platform.records.internal;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.records.internal.rights.FieldRightResource;
import org.colonnade.testkit.ModuleContract;
import org.colonnade.testkit.contract.FunctionFolder;
import org.colonnade.testkit.contract.QueryTextRule;
import org.junit.Test;

public class RecordsModuleTest extends ModuleContract {

    @Override
    protected Module module() {
        return new RecordsModule(new FieldRightResource(null), null);
    }

    /**
     * The kit is the one place where statements are put together: in {@code internal.sql}, of declared names that were found to be plain
     * ones. Everywhere else in it the rule holds as in every function; that nothing of a caller becomes text is FilterPropertyTest's.
     */
    @Override
    @Test
    public void queryTextsAreConstants() {
        List<String> faults = QueryTextRule.faults(new FunctionFolder(baseFolder()));
        assertFalse(faults.isEmpty());
        assertTrue(String.join("\n", faults), faults.stream().allMatch(fault -> fault.contains(".internal.sql.")));
    }
}
