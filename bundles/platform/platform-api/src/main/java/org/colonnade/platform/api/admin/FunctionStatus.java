package org.colonnade.platform.api.admin;

/**
 * A function as the administrator sees it.
 *
 * @param id such as {@code crm}
 * @param description one sentence, from its feature
 * @param state where it is in its life
 * @param version the installed version, or null
 * @param offered the newest version on offer
 */
public record FunctionStatus(String id, String description, State state, String version, String offered) {

    /** Where a function is in its life. */
    public enum State {
        /** On offer, not installed. */
        AVAILABLE,
        /** Installed or belonging here, not (yet) answering. */
        STARTING,
        /** Installed and answering. */
        ACTIVE
    }
}
