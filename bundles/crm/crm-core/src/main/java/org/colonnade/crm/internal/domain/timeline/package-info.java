/** How the answers of many become one timeline. */
package org.colonnade.crm.internal.domain.timeline;
