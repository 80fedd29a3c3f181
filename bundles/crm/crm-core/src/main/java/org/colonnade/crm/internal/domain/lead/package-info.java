/** The rules of leads, in plain Java: their way, their score, who gets them. */
package org.colonnade.crm.internal.domain.lead;
