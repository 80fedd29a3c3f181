/** The contract of crm: people and organisations, how to reach them, and the desks where they are looked up and changed. */
@Export
@Version("2.0.0")
package org.colonnade.crm.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
