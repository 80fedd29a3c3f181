package org.colonnade.platform.records.internal.scoped;

public record CallDraft(String place, String owner, String team) {}
