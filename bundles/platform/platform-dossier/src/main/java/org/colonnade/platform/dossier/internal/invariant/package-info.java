/** What is always true of the dossier. */
package org.colonnade.platform.dossier.internal.invariant;
