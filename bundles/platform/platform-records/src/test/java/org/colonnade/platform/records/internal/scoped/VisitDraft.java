package org.colonnade.platform.records.internal.scoped;

import org.colonnade.platform.api.Ref;

public record VisitDraft(String place, int stars, Ref owner, Ref team) {}
