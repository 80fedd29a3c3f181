/** Pipelines and opportunities, kept by the record kit. */
package org.colonnade.crm.internal.deal;
