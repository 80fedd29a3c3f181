/** What the files of jobs hold of persons, and how an erasure reaches them. */
package org.colonnade.platform.jobs.internal.person;
