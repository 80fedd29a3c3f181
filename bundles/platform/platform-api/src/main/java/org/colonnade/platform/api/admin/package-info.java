/** The services behind the administrator's API and console. */
@Export
@Version("1.1.0")
package org.colonnade.platform.api.admin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
