/** The tables. */
package org.colonnade.platform.dossier.internal.store;
