/** What happened to the platform itself. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.admin.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
