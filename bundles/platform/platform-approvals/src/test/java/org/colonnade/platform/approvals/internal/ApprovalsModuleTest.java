package org.colonnade.platform.approvals.internal;

import org.colonnade.platform.api.Module;
import org.colonnade.platform.approvals.internal.rest.ApprovalList;
import org.colonnade.platform.approvals.internal.rest.DelegationList;
import org.colonnade.testkit.ModuleContract;

public class ApprovalsModuleTest extends ModuleContract {

    @Override
    protected Module module() {
        return new ApprovalsModule(null, new ApprovalList(null), new DelegationList(null));
    }
}
