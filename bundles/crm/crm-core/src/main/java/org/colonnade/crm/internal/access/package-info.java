/** Who has looked at which party. */
package org.colonnade.crm.internal.access;
