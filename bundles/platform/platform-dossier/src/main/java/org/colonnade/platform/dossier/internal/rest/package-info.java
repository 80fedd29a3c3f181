/** The resources. */
package org.colonnade.platform.dossier.internal.rest;
