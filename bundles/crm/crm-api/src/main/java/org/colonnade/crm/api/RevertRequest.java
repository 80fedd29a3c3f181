package org.colonnade.crm.api;

import java.util.Map;

/**
 * Takes a merge back.
 *
 * @param decisions the answers to {@link Merge#decisions()} by their keys
 * @since 1.1
 */
public record RevertRequest(Map<String, MergeDecision.Answer> decisions) {

    public RevertRequest {
        decisions = MergeRequest.said(decisions);
    }
}
