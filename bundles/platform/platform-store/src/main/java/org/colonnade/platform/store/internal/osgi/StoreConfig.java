package org.colonnade.platform.store.internal.osgi;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The keys of {@code etc/org.colonnade.store.cfg}; without the file the platform keeps its data in an H2 file of its own. */
@ObjectClassDefinition(
        name = "Colonnade store",
        description =
                "Where the data is kept. In every text ${name} stands for a system property and ${env:NAME} for an environment variable.")
@interface StoreConfig {

    @AttributeDefinition(
            description =
                    "The JDBC URL: jdbc:postgresql://HOST:PORT/NAME, or jdbc:h2:file:PATH with WRITE_DELAY=0 behind it."
                            + " Empty means an H2 file in the folder db below the data folder.")
    String url() default "";

    @AttributeDefinition(description = "The account of the database.")
    String user() default "colonnade";

    @AttributeDefinition(
            type = AttributeType.PASSWORD,
            description = "Its password; better named by passwordFile or ${env:NAME}.")
    String password() default "";

    @AttributeDefinition(description = "A file that holds the password alone; it goes before password.")
    String passwordFile() default "";

    @AttributeDefinition(min = "2", description = "How many connections at most; changes without a restart.")
    int maximumPoolSize() default 10;

    @AttributeDefinition(
            min = "250",
            max = "2500",
            description = "How many milliseconds a request waits for a connection; changes without a restart.")
    int connectionTimeout() default 2_000;

    @AttributeDefinition(
            min = "1",
            description = "After how many seconds without a sign of life a statement of PostgreSQL is given up.")
    int statementTimeout() default 60;

    @AttributeDefinition(
            description =
                    "The folder of audit-anchors.log, where the head of the audit's chain is noted every minute; best on another disk or"
                            + " machine than the database. Empty means the data folder.")
    String auditAnchors() default "";

    @AttributeDefinition(
            description =
                    "The role that functions work under in PostgreSQL; it owns no table and is shown the rows of one company at a time. Made at"
                            + " the first start if the account may. Empty means colonnade_rows_ and the name of the database.")
    String rowsRole() default "";

    @AttributeDefinition(description = "For development only: serve a database that may lose answered writes.")
    boolean allowUnsafe() default false;
}
