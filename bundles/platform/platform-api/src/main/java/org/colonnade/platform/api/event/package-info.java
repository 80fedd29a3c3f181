/** Facts that happened, written with the change that made them, and the reactions that wait for them. */
@Export
@Version("1.3.0")
package org.colonnade.platform.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
