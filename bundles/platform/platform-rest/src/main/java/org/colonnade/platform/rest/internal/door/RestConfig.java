package org.colonnade.platform.rest.internal.door;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The limits of the front door; they hold before anything of a function is reached. A change counts from the next request on. */
@ObjectClassDefinition(
        id = RestConfig.PID,
        name = "Colonnade REST",
        description = "How much one request and one caller may ask for. Works without a file.")
public @interface RestConfig {

    /** The configuration's pid. */
    String PID = "org.colonnade.rest";

    @AttributeDefinition(name = "Largest JSON body", description = "In bytes; more is answered with 413.", min = "1024")
    long jsonBytes() default 1 << 20;

    @AttributeDefinition(
            name = "Largest upload",
            description = "In bytes, for bodies that are no JSON; more is answered with 413.",
            min = "1024")
    long uploadBytes() default 25 << 20;

    @AttributeDefinition(
            name = "Longest address",
            description = "Path and query in characters; more is answered with 414.",
            min = "256")
    int uriLength() default 4096;

    @AttributeDefinition(
            name = "Requests at once of one account",
            description = "More at the same moment are answered with 429. Below the number of the server's threads.",
            min = "1")
    int requestsPerCaller() default 128;

    @AttributeDefinition(
            name = "Requests at once of one address without identity",
            description = "More at the same moment are answered with 429.",
            min = "1")
    int requestsPerAddress() default 64;

    @AttributeDefinition(
            name = "Trusted proxies",
            description =
                    "Addresses and ranges such as 10.1.2.3 or 2001:db8::/32, separated by commas or blanks. What they say about who sent a"
                            + " request is believed; what anybody else says is not. None by default.")
    String trustedProxies() default "";

    @AttributeDefinition(
            name = "Header of the proxies",
            description =
                    "In which header the trusted proxies name the sender: X-Forwarded-For (with X-Forwarded-Proto) or Forwarded"
                            + " (RFC 7239). Only this one is read, because another may be the sender's own.")
    String forwardedHeader() default "X-Forwarded-For";
}
