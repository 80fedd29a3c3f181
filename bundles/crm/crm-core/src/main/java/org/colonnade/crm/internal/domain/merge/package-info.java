/** How parties become one, and how they are told apart again. */
package org.colonnade.crm.internal.domain.merge;
