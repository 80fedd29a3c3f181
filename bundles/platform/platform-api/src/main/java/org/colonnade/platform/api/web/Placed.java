package org.colonnade.platform.api.web;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A resource whose class serves in many places: its address, permissions and types are the instance's. Where a method's
 * {@link Requires} names a role in braces ({@code {read}}), the instance says which permission that is; where its {@link Operation} names
 * {@link View} or {@link Draft}, the instance says which record.
 */
@ConsumerType
public interface Placed {

    /** Where it answers below the module's path; takes the place of the class's {@code @Path}. */
    String place();

    /** The permission behind a role in braces. */
    String permission(String role);

    /** The record behind {@link View} or {@link Draft}. */
    Class<?> type(Class<?> role);

    /** A request body that succeeds as it stands, in place of an example {@code {draft}}. */
    String example();

    /** Stands for the record that callers see. */
    record View() {}

    /** Stands for the record that callers give. */
    record Draft() {}
}
