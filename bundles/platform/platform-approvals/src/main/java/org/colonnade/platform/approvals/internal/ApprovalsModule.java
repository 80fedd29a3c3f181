package org.colonnade.platform.approvals.internal;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.approvals.internal.rest.ApprovalList;
import org.colonnade.platform.approvals.internal.rest.DelegationList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Presents approvals to the platform, below {@code /api/platform}. */
@Component(service = Module.class)
public final class ApprovalsModule implements Module {

    private final Rules rules;
    private final List<Object> resources;

    @Activate
    public ApprovalsModule(
            @Reference Rules rules, @Reference ApprovalList approvals, @Reference DelegationList delegations) {
        this.rules = rules;
        this.resources = List.of(approvals, delegations);
    }

    @Override
    public String id() {
        return "approvals";
    }

    @Override
    public Map<String, String> labels() {
        return Map.of("en", "Approvals", "th", "การอนุมัติ");
    }

    @Override
    public String path() {
        return "platform";
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                Rules.KIND.permissions().get(0),
                Rules.KIND.permissions().get(1),
                Permission.of(DecisionDesk.READ, "Requests for approval: see all", "คำขออนุมัติ: ดูทั้งหมด"));
    }

    @Override
    public List<RecordDesk<?, ?>> records() {
        return List.of(rules.desk());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
