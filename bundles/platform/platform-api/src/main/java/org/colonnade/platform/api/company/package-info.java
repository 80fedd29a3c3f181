/** The legal entities of an installation, each with records of its own. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.company;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
