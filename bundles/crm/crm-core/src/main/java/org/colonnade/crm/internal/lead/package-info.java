/** Leads: their upkeep, their way, their score. */
package org.colonnade.crm.internal.lead;
