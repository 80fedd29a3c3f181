package org.colonnade.crm.api.deal;

import java.util.List;

/**
 * What a caller says of a {@link Pipeline}.
 *
 * @param name what people call it
 * @param currency ISO 4217
 * @param standard whether it becomes the one where opportunities begin that name none; false if missing
 * @param stages in their order, at least one active
 * @param lostReasons the reasons that may be given for a loss; empty for any
 */
public record PipelineDraft(
        String name, String currency, Boolean standard, List<Stage> stages, List<String> lostReasons) {

    public PipelineDraft {
        standard = standard != null && standard;
    }
}
