/** Who gets a lead: rules, capacities, decisions. */
package org.colonnade.crm.internal.assign;
