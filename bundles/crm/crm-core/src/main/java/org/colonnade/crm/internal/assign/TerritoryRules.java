package org.colonnade.crm.internal.assign;

import java.util.List;
import java.util.Set;
import org.colonnade.crm.api.lead.Territory;
import org.colonnade.crm.api.lead.TerritoryDraft;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.crm.internal.domain.lead.ConditionText;
import org.colonnade.crm.internal.lead.Conditions;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.record.RecordRules;

/** What territories need beyond their upkeep: that what they say can be asked, and that their team is written one way. */
public final class TerritoryRules implements RecordRules<Territory, TerritoryDraft> {

    private static final int MOST = 500;
    private static final int LONGEST = 100;

    private final Conditions conditions;
    private final Colleagues colleagues;

    public TerritoryRules(Conditions conditions, Colleagues colleagues) {
        this.conditions = conditions;
        this.colleagues = colleagues;
    }

    @Override
    public TerritoryDraft complete(TerritoryDraft draft) {
        return new TerritoryDraft(
                draft.name(),
                draft.place(),
                colleagues.called(Texts.orNull(draft.team())),
                Texts.orNull(draft.condition()),
                given(draft.countries()),
                given(draft.regions()),
                given(draft.postalCodes()),
                draft.active() == null || draft.active());
    }

    private static List<String> given(List<String> texts) {
        return texts == null ? List.of() : texts;
    }

    @Override
    public void check(Fields faults, TerritoryDraft draft, Territory before) {
        texts(faults, "countries", draft.countries());
        texts(faults, "regions", draft.regions());
        texts(faults, "postalCodes", draft.postalCodes());
        boolean anywhere = draft.countries().isEmpty()
                && draft.regions().isEmpty()
                && draft.postalCodes().isEmpty();
        if (anywhere && draft.condition() == null) {
            faults.wrong("condition", "or countries, regions or postalCodes say what belongs to it");
        }
        ConditionText.look(faults, draft.condition(), Set.of("owner", "team", "assignment"));
        if (faults.faults().isEmpty()) {
            conditions.check(draft.condition());
        }
    }

    private static void texts(Fields faults, String field, List<String> texts) {
        if (texts.size() > MOST) {
            faults.wrong(field, "has at most " + MOST + " entries");
            return;
        }
        for (int i = 0; i < texts.size(); i++) {
            faults.required(field + '[' + i + ']', texts.get(i), LONGEST);
        }
    }
}
