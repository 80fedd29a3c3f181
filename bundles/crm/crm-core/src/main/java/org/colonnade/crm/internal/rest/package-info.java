/** The HTTP side of crm. */
package org.colonnade.crm.internal.rest;
