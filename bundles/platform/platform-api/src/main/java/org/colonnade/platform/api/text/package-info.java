/** Texts as people compare and look for them, the same in every function and on every database. */
@Export
@Version("1.1.0")
package org.colonnade.platform.api.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
