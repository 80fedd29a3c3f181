package org.colonnade.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** What is seen from outside of one house, by the script and over HTTP. One run, so that the house serves them all. */
@RunWith(Suite.class)
@Suite.SuiteClasses({
    Journey.class,
    LeadJourney.class,
    CompanyTwins.class,
    PeopleJourney.class,
    ForgedTokens.class,
    MailJourney.class,
    CalendarJourney.class,
    SeriesJourney.class,
    ApprovalJourney.class,
    MeasuresJourney.class,
    OperationJourney.class,
    ScheduleJourney.class,
    WebhooksJourney.class,
    EventsJourney.class,
    KafkaJourney.class,
    BadInput.class,
    NaughtyInputs.class,
    Forgotten.class,
    Contract.class,
    OneSentence.class
})
public class TheHouse {}
