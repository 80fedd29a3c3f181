/** Series by REST. */
package org.colonnade.platform.series.internal.rest;
