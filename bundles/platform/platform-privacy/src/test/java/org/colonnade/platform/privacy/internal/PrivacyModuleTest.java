package org.colonnade.platform.privacy.internal;

import org.colonnade.platform.api.Module;
import org.colonnade.platform.privacy.internal.rest.ErasureFiles;
import org.colonnade.platform.privacy.internal.rest.ExportFiles;
import org.colonnade.platform.privacy.internal.rest.InvariantFiles;
import org.colonnade.platform.privacy.internal.rest.PersonalFunctions;
import org.colonnade.platform.privacy.internal.rest.RestrictionFiles;
import org.colonnade.platform.privacy.internal.rest.RetentionFiles;
import org.colonnade.testkit.ModuleContract;

public class PrivacyModuleTest extends ModuleContract {

    @Override
    protected Module module() {
        return new PrivacyModule(
                new InvariantFiles(null),
                new ExportFiles(null, null),
                new ErasureFiles(null),
                new RestrictionFiles(null),
                new RetentionFiles(null, null),
                new PersonalFunctions(null));
    }
}
