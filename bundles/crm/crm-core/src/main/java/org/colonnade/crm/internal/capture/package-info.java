/** Leads from web pages, confirmed by the person whose address was given. */
package org.colonnade.crm.internal.capture;
