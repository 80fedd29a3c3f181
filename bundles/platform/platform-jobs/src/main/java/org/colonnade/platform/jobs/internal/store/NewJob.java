package org.colonnade.platform.jobs.internal.store;

import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.job.JobDraft;

/**
 * A job about to be stored.
 *
 * @param id its id
 * @param draft what was asked for
 * @param owner who asks, and with which request
 * @param place the data folder that has its files; null where it has none
 */
public record NewJob(long id, JobDraft draft, Caller owner, String place) {}
