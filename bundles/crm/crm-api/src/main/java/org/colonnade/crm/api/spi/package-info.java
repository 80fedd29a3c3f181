/** What other functions implement so that crm can do its work for all of them. */
@Export
@Version("1.0.0")
package org.colonnade.crm.api.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
