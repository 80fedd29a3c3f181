/** Transactions over a function's own tables; nothing here names a database or a mapper. */
@Export
@Version("1.3.0")
package org.colonnade.platform.api.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
