/** Sentences about the data of crm that are true at every moment. */
package org.colonnade.crm.internal.invariant;
