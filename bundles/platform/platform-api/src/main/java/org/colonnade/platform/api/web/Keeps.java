package org.colonnade.platform.api.web;

/** What is remembered of a POST that carries an {@code Idempotency-Key}. */
public enum Keeps {
    /** The whole answer, stored in one transaction with the effect: the resource method runs inside of it. */
    ANSWER,
    /** Only that it was done, because the answer holds a secret; stored in one transaction with the effect. A repetition is a 409. */
    FACT,
    /**
     * The whole answer, stored when the method has ended: for long work in several transactions. After a crash in between a repetition does
     * the work again, so it must bear that.
     */
    ANSWER_AFTERWARDS
}
