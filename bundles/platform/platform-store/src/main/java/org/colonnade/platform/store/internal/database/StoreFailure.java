package org.colonnade.platform.store.internal.database;

/** A failure of the store that the caller can do nothing about: a defect, not a problem. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreFailure(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    public StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
