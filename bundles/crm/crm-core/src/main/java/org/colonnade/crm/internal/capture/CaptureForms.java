package org.colonnade.crm.internal.capture;

import java.sql.SQLException;
import java.util.List;
import org.colonnade.crm.api.capture.CaptureForm;
import org.colonnade.crm.api.capture.CaptureFormDraft;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.crm.internal.domain.lead.CaptureRule;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Permission;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The upkeep of forms. */
@Component(service = CaptureForms.class)
public class CaptureForms {

    private static final RecordKind<CaptureForm, CaptureFormDraft> FORM =
            RecordKind.of(CaptureForm.class, CaptureFormDraft.class);

    private final RecordDesk<CaptureForm, CaptureFormDraft> desk;

    @Activate
    public CaptureForms(@Reference RecordKit kit, @Reference(target = "(module=crm)") Tx tx) {
        desk = kit.desk(FORM.with(new Rules()), tx);
    }

    /** What people may be allowed here. */
    public static List<Permission> permissions() {
        return FORM.permissions();
    }

    /** The forms. */
    public RecordDesk<CaptureForm, CaptureFormDraft> desk() {
        return desk;
    }

    private static final class Rules implements RecordRules<CaptureForm, CaptureFormDraft> {

        @Override
        public CaptureFormDraft complete(CaptureFormDraft draft) {
            return new CaptureFormDraft(
                    draft.name(),
                    draft.origins() == null ? List.of() : draft.origins(),
                    draft.fields() == null ? List.of() : draft.fields(),
                    draft.consentText(),
                    draft.consentVersion(),
                    Texts.orNull(draft.linkUrl()),
                    Texts.orNull(draft.thanksUrl()),
                    Texts.orNull(draft.confirmedUrl()),
                    Texts.blank(draft.source()) ? "web" : draft.source().strip(),
                    Texts.orNull(draft.campaign()),
                    draft.leastSeconds() == null ? 2 : draft.leastSeconds(),
                    draft.mostPerHour() == null ? 10 : draft.mostPerHour(),
                    draft.hoursToConfirm() == null ? 48 : draft.hoursToConfirm(),
                    draft.active() == null || draft.active(),
                    CaptureRule.language(draft.language()));
        }

        @Override
        public void check(Fields faults, CaptureFormDraft draft, CaptureForm before) {
            CaptureRule.look(faults, draft);
        }

        @Override
        public void stored(Work work, Kept<CaptureForm> before, Kept<CaptureForm> after) throws SQLException {
            if (before == null) {
                CaptureTable.addKey(work, Tsid.parse(after.id()), Secrets.random());
            }
        }
    }
}
