package org.colonnade.platform.approvals.internal;

import java.sql.SQLException;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.approval.ApprovalState;
import org.colonnade.platform.api.approval.event.ApprovalGranted;
import org.colonnade.platform.api.approval.event.ApprovalRefused;
import org.colonnade.platform.api.approval.event.ApprovalWithdrawn;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.event.DomainEvent;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.approvals.internal.domain.Request;
import org.colonnade.platform.approvals.internal.store.RequestRows;

/** How requests come to their state, and who hears of it. */
final class Endings {

    private Endings() {}

    static void end(Work work, Request request, ApprovalState state) throws SQLException {
        RequestRows.end(work, request, state);
        Ref ref = ApprovalDesk.ref(request.id());
        DomainEvent told =
                switch (state) {
                    case GRANTED -> new ApprovalGranted(request.record(), ref, request.kind(), request.version());
                    case REFUSED -> new ApprovalRefused(request.record(), ref, request.kind(), request.version());
                    default -> new ApprovalWithdrawn(request.record(), ref, request.kind(), request.version());
                };
        work.publish(told);
        record(work, request, state.name().toLowerCase(java.util.Locale.ROOT), request.fingerprint());
    }

    /** For the audit. @param what a word that needs no escape in JSON */
    static void record(Work work, Request request, String action, String what) {
        work.record(Change.of(
                ApprovalDesk.ref(request.id()),
                action,
                0,
                "{\"kind\":\"" + request.kind() + "\",\"record\":\""
                        + request.record().toString().replace("\\", "").replace("\"", "") + "\",\"what\":\"" + what
                        + "\"}"));
    }
}
