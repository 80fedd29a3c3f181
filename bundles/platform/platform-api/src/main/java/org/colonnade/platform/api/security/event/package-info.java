/** What happened to users, roles and teams. */
@Export
@Version("1.1.0")
package org.colonnade.platform.api.security.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
