/** Calls to places outside of the installation that people name: only allowed ones, with the address checked when it is connected to. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.outbound;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
