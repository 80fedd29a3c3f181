/** crm's part of the demo company. */
package org.colonnade.crm.internal.demo;
