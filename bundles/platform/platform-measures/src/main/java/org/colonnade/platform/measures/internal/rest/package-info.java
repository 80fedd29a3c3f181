/** Currencies, rates and units over HTTP. */
package org.colonnade.platform.measures.internal.rest;
