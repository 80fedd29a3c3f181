/** Tables of contacts, there and back: the only package that knows FastCSV. */
package org.colonnade.crm.internal.sheet;
