/** Files of contacts as they arrive: taken apart into cards and rows, whatever their encoding. */
package org.colonnade.crm.internal.file;
