/**
 * What accompanies every record, by its reference: tags, notes, attachments, activities and custom fields. Whoever may reach the record may
 * reach its dossier; nobody else.
 */
@Export
@Version("1.1.0")
package org.colonnade.platform.api.dossier;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
