/** Rules in plain Java. */
package org.colonnade.platform.privacy.internal.domain;
