package org.colonnade.platform.api.admin;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Says that a module's resources answer now. The edge registers one such service for each module that it has taken in, and takes it back
 * before the module's requests come to an end; a module that is refused gets none.
 */
@ProviderType
public interface Answering {

    /** The id of the module that answers. */
    String module();
}
