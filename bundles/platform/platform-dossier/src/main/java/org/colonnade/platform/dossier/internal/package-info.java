/** What accompanies every record. */
package org.colonnade.platform.dossier.internal;
