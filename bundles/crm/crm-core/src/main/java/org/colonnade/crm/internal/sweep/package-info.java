/** What happens by itself as time goes by. */
package org.colonnade.crm.internal.sweep;
