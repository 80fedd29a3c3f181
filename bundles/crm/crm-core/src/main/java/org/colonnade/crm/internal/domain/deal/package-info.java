/** What may happen to opportunities and pipelines, and what a forecast makes of them. */
package org.colonnade.crm.internal.domain.deal;
