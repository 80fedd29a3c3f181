/** The check digits of identifiers, each by its standard. */
package org.colonnade.crm.internal.domain.identifier;
