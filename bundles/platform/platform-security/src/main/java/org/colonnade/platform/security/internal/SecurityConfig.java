package org.colonnade.platform.security.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Every key of {@code etc/org.colonnade.security.cfg}; all of them may be missing. */
@ObjectClassDefinition(
        id = SecurityConfig.PID,
        name = "Colonnade: security",
        description =
                "How long tokens live, how much a guess costs, and how many wrong ones are free. A change holds at once.")
public @interface SecurityConfig {

    String PID = "org.colonnade.security";

    @AttributeDefinition(
            name = "Sign-in lives",
            description = "Hours until a sign-in ends and the password is asked again.",
            min = "1",
            max = "168")
    int signInHours() default 12;

    @AttributeDefinition(
            name = "Longest API token",
            description = "The most days that an API token may live.",
            min = "1",
            max = "365")
    int apiTokenDays() default 365;

    @AttributeDefinition(
            name = "Tokens of one user",
            description =
                    "How many tokens of each kind a user may have; a further sign-in ends the oldest one, a further API token is refused.",
            min = "1",
            max = "10000")
    int tokensPerUser() default 1000;

    @AttributeDefinition(
            name = "Token memory",
            description =
                    "Milliseconds for which a node answers a known token from memory: the longest that a revocation on another node takes.",
            min = "0",
            max = "2000")
    int tokenMemoryMillis() default 1500;

    @AttributeDefinition(
            name = "Last used",
            description = "Seconds between two notes of when a token was last used.",
            min = "10",
            max = "86400")
    int lastUsedSeconds() default 300;

    @AttributeDefinition(
            name = "Wrong tries here",
            description = "Wrong passwords that are free for one user from one address.",
            min = "1",
            max = "100")
    int wrongTriesHere() default 5;

    @AttributeDefinition(
            name = "Wrong tries of an address",
            description = "Wrong passwords that are free from one address over all users.",
            min = "1",
            max = "10000")
    int wrongTriesOfAddress() default 50;

    @AttributeDefinition(
            name = "Wrong tries of strangers",
            description =
                    "Wrong passwords that are free for one user from all addresses together that it never signed in from.",
            min = "1",
            max = "100")
    int wrongTriesOfStrangers() default 50;

    @AttributeDefinition(
            name = "Pause",
            description = "Seconds until one more wrong password is free.",
            min = "1",
            max = "3600")
    int pauseSeconds() default 30;

    @AttributeDefinition(
            name = "Roles with a second factor",
            description =
                    "Names of roles whose holders need a second factor: without one, a sign-in can do nothing but set it up.")
    String[] secondFactorRoles() default {};

    @AttributeDefinition(
            name = "Argon2id memory",
            description = "KiB for one password hash.",
            min = "19456",
            max = "1048576")
    int argonMemoryKib() default 19456;

    @AttributeDefinition(name = "Argon2id passes", description = "Passes over that memory.", min = "2", max = "64")
    int argonPasses() default 2;

    @AttributeDefinition(name = "Argon2id lanes", description = "Degree of parallelism.", min = "1", max = "16")
    int argonLanes() default 1;

    @AttributeDefinition(
            name = "Hashing at once",
            description = "How many passwords are hashed at the same time; each takes the memory above.",
            min = "1",
            max = "64")
    int hashingAtOnce() default 4;

    @AttributeDefinition(
            name = "Hashing patience",
            description = "Milliseconds that a sign-in waits for its turn before it is answered with 503.",
            min = "0",
            max = "30000")
    int hashingPatienceMillis() default 3000;
}
