/** The contract of selling: pipelines with their stages, opportunities on their way through them, and what they promise. */
@Export
@Version("1.0.0")
package org.colonnade.crm.api.deal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
