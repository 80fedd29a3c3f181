package org.colonnade.platform.api.approval;

/**
 * A step of an approval; steps follow each other.
 *
 * @param permission what an approver needs
 * @param approvals how many different people must approve, 1 to 9
 */
public record ApprovalStep(String permission, int approvals) {}
