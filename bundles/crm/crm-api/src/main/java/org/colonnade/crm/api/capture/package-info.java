/** Leads from web pages: forms, consent, and the confirmation by the person whose address was given. */
@Export
@Version("2.0.0")
package org.colonnade.crm.api.capture;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
