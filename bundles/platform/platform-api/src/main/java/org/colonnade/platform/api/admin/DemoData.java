package org.colonnade.platform.api.admin;

import org.osgi.annotation.versioning.ConsumerType;

/** A function's part of the demo company. A service of the function. */
@ConsumerType
public interface DemoData {

    /** The function's id. */
    String module();

    /**
     * Loads the data; a second time changes nothing.
     *
     * @return one line that says what is there now
     */
    String load();
}
