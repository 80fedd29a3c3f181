package org.colonnade.crm.internal.domain.deal;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.colonnade.crm.api.deal.Pipeline;
import org.colonnade.crm.api.deal.PipelineDraft;
import org.colonnade.crm.api.deal.Stage;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.problem.Rejected;

/** What a pipeline must look like, and which of its stages must stay. */
public final class PipelineRule {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final int MOST_STAGES = 50;
    private static final int MOST_REASONS = 100;
    private static final int LONGEST_ROTTING = 3_650;
    private static final int LONGEST_NAME = 200;

    private PipelineRule() {}

    /** The input as it is kept. */
    public static PipelineDraft complete(PipelineDraft draft) {
        return new PipelineDraft(
                draft.name() == null ? null : draft.name().strip(),
                draft.currency() == null ? null : draft.currency().strip().toUpperCase(Locale.ROOT),
                draft.standard(),
                draft.stages(),
                draft.lostReasons() == null
                        ? List.of()
                        : draft.lostReasons().stream().map(reason -> reason == null ? "" : reason.strip()).toList());
    }

    /** Notes what is wrong. @param before null for a new one */
    public static void check(Fields faults, PipelineDraft draft, Pipeline before) {
        if (draft.currency() != null && !known(draft.currency())) {
            faults.wrong("currency", "is no currency of ISO 4217");
        }
        if (before != null && before.standard() && !draft.standard()) {
            faults.wrong("standard", "is given up by making another pipeline the standard one");
        }
        if (draft.stages() != null) {
            stages(faults, draft.stages());
        }
        reasons(faults, draft.lostReasons());
    }

    private static boolean known(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(currency));
    }

    private static void stages(Fields faults, List<Stage> stages) {
        if (stages.isEmpty() || stages.size() > MOST_STAGES) {
            faults.wrong("stages", "has 1 to " + MOST_STAGES + " stages");
        }
        Set<String> keys = new HashSet<>();
        boolean active = false;
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            String place = "stages[" + i + ']';
            if (stage == null) {
                faults.wrong(place, "is required");
                continue;
            }
            stage(faults, place, stage);
            if (stage.key() != null && !keys.add(stage.key())) {
                faults.wrong(place + ".key", "is another stage's already");
            }
            active |= stage.active();
        }
        if (!active && !stages.isEmpty()) {
            faults.wrong("stages", "needs one that is active");
        }
    }

    private static void stage(Fields faults, String place, Stage stage) {
        if (stage.key() == null || !KEY.matcher(stage.key()).matches()) {
            faults.wrong(place + ".key", "reads [a-z0-9][a-z0-9-]*, at most 60 characters");
        }
        faults.required(place + ".name", stage.name(), LONGEST_NAME);
        if (stage.probability() == null || stage.probability() < 0 || stage.probability() > 100) {
            faults.wrong(place + ".probability", "is 0 to 100");
        }
        if (stage.rottingDays() != null && (stage.rottingDays() < 1 || stage.rottingDays() > LONGEST_ROTTING)) {
            faults.wrong(place + ".rottingDays", "is 1 to " + LONGEST_ROTTING);
        }
    }

    private static void reasons(Fields faults, List<String> reasons) {
        if (reasons.size() > MOST_REASONS) {
            faults.wrong("lostReasons", "has at most " + MOST_REASONS);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < reasons.size(); i++) {
            String place = "lostReasons[" + i + ']';
            faults.required(place, reasons.get(i), LONGEST_NAME);
            if (!seen.add(reasons.get(i))) {
                faults.wrong(place, "is there already");
            }
        }
    }

    /** The stages that would no longer be there. */
    public static List<String> removed(Pipeline before, Pipeline after) {
        List<String> removed = new ArrayList<>();
        for (Stage stage : before.stages()) {
            if (after.stage(stage.key()) == null) {
                removed.add(stage.key());
            }
        }
        return removed;
    }

    /**
     * Refuses to remove stages in which something stands or stood last.
     *
     * @param standing how many opportunities, by stage
     * @throws Rejected {@code crm.pipeline.stage-in-use}
     */
    public static void mayRemove(List<String> removed, Map<String, Long> standing) {
        Rejected refusal = new Rejected(
                "crm.pipeline.stage-in-use",
                "Opportunities stand in a stage that would no longer be there; deactivate it, or move them first.");
        boolean refused = false;
        for (Map.Entry<String, Long> one : new TreeMap<>(standing).entrySet()) {
            if (removed.contains(one.getKey()) && one.getValue() > 0) {
                refusal = refusal.field("stages", "'" + one.getKey() + "' holds " + one.getValue() + " opportunities");
                refused = true;
            }
        }
        if (refused) {
            throw refusal;
        }
    }
}
