/** Leads: from the first word to a party, what they are worth looking at, and who looks after them. */
@Export
@Version("1.1.0")
package org.colonnade.crm.api.lead;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
