package org.colonnade.crm.mail.internal;

import org.colonnade.platform.api.Module;
import org.colonnade.testkit.ModuleContract;

public class CrmMailModuleTest extends ModuleContract {

    @Override
    protected Module module() {
        return new CrmMailModule();
    }
}
