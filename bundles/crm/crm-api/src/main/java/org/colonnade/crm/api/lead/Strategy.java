package org.colonnade.crm.api.lead;

/** How one of several is chosen. */
public enum Strategy {
    /** One after the other. */
    ROUND_ROBIN,
    /** Who has the fewest open leads. */
    LEAST_LOADED,
    /** Who has the fewest open leads for the weight of their capacity. */
    WEIGHTED
}
