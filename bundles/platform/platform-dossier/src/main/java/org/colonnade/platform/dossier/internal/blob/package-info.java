/** The files of the attachments. */
package org.colonnade.platform.dossier.internal.blob;
