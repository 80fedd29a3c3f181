/** Whether the data of the modules agrees: proved now or by a schedule, and remembered. */
package org.colonnade.platform.privacy.internal.invariant;
