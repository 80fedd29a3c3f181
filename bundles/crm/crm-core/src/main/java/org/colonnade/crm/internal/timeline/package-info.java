/** The timeline of a party, and what crm itself tells in it. */
package org.colonnade.crm.internal.timeline;
