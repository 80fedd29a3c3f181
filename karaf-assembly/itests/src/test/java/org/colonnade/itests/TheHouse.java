package org.colonnade.itests;

import org.junit.AfterClass;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** Everything that is seen from outside: by the script, over HTTP, with the process killed. One run, so that one house serves many. */
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
    OneSentence.class,
    Restart.class,
    OnPostgres.class,
    TwoNodes.class
})
public class TheHouse {

    /** Not left to the end of the process, which is not waited for if it takes long. */
    @AfterClass
    public static void stop() {
        House.closeShared();
    }
}
