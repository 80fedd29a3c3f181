/** The rules of crm in plain Java: input in, decision out. */
package org.colonnade.crm.internal.domain;
