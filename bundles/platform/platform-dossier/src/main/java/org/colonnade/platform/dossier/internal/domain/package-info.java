/** The rules, plain Java. */
package org.colonnade.platform.dossier.internal.domain;
