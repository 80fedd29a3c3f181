package org.colonnade.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** What starts houses of its own, kills them, takes their database away or lets two stand side by side; it runs beside {@link TheHouse}. */
@RunWith(Suite.class)
@Suite.SuiteClasses({TwoNodes.class, Restart.class, OnPostgres.class})
public class TheStreet {}
