package org.colonnade.platform.records.internal.sample;

public enum AssetState {
    NEW,
    USED,
    BROKEN
}
