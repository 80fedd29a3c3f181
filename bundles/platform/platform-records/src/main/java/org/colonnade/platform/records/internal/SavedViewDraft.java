package org.colonnade.platform.records.internal;

/** What a caller says of a {@link SavedView}. */
public record SavedViewDraft(
        String kind,
        String name,
        String filter,
        String q,
        String sort,
        String fields,
        String tag,
        String archivedToo,
        SavedView.Sharing shared,
        String team) {}
