/** How the house says no: a stable code, a sentence, and the fields concerned. Only the edge turns it into HTTP. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.problem;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
