/** What the tests of a function need: real databases with the platform's own wiring. */
package org.colonnade.testkit;
