/** Personal data over all functions: what each knows of a person, what it must keep, and what it forgets. */
@Export
@Version("1.1.0")
package org.colonnade.platform.api.privacy;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
