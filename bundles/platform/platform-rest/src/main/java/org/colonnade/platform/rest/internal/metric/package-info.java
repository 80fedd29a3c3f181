/** What Prometheus reads. */
package org.colonnade.platform.rest.internal.metric;
