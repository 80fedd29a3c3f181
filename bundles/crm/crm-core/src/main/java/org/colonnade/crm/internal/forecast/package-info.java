/** What is going to be sold, asked of the database in a few aggregates. */
package org.colonnade.crm.internal.forecast;
