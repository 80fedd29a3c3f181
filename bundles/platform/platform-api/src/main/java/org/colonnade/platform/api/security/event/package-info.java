/** What happened to users and roles. */
@Export
@Version("1.0.1")
package org.colonnade.platform.api.security.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
