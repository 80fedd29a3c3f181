/** The crm function: what it declares, and its desks. */
package org.colonnade.crm.internal;
