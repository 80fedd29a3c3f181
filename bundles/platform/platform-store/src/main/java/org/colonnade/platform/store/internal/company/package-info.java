/** What keeps the companies of one database apart: a condition in every statement, and policies in the database behind it. */
package org.colonnade.platform.store.internal.company;
