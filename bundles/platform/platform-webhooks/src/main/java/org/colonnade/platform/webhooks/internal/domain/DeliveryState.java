package org.colonnade.platform.webhooks.internal.domain;

/** How far an event has come to a receiver. */
public enum DeliveryState {
    /** Sent, or sent again, as soon as its time comes. */
    PENDING,
    /** The receiver said that it has it. */
    DELIVERED,
    /** Given up: the receiver took others meanwhile, but not this one. It can be sent again by hand. */
    FAILED,
    /** Not sent: the owner does not see it any more. */
    WITHHELD
}
