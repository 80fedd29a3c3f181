package org.colonnade.platform.mail.internal;

import org.colonnade.platform.api.Module;
import org.colonnade.testkit.ModuleContract;

public class MailModuleTest extends ModuleContract {

    @Override
    protected Module module() {
        return new MailModule(null);
    }
}
