/** The tables of crm; nothing else in the function knows SQL or JPA. */
package org.colonnade.crm.internal.store;
