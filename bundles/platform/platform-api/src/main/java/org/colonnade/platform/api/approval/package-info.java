/** Four eyes: what one person makes another one approves, with limits, in steps, and only for exactly that content. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.approval;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
