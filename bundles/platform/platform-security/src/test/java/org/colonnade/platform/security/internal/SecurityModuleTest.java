package org.colonnade.platform.security.internal;

import org.colonnade.platform.api.Module;
import org.colonnade.platform.security.internal.rest.MyAccount;
import org.colonnade.platform.security.internal.rest.MySecondFactor;
import org.colonnade.platform.security.internal.rest.MySubstitutes;
import org.colonnade.platform.security.internal.rest.PermissionList;
import org.colonnade.platform.security.internal.rest.RoleFiles;
import org.colonnade.platform.security.internal.rest.Setup;
import org.colonnade.platform.security.internal.rest.SignIn;
import org.colonnade.platform.security.internal.rest.SignOut;
import org.colonnade.platform.security.internal.rest.TeamFiles;
import org.colonnade.platform.security.internal.rest.UserCompanyFiles;
import org.colonnade.platform.security.internal.rest.UserFiles;
import org.colonnade.platform.security.internal.rest.UserSecondFactor;
import org.colonnade.platform.security.internal.rest.UserSubstitutes;
import org.colonnade.testkit.ModuleContract;

public class SecurityModuleTest extends ModuleContract {

    @Override
    protected Module module() {
        return new SecurityModule(
                new Setup(null),
                new SignIn(null),
                new SignOut(null),
                new MyAccount(null, null, null),
                new MySubstitutes(null, null),
                new MySecondFactor(null, null),
                new UserFiles(null, null),
                new UserSubstitutes(null),
                new UserSecondFactor(null),
                new RoleFiles(null),
                new TeamFiles(null),
                new UserCompanyFiles(null),
                new PermissionList(null, null));
    }
}
