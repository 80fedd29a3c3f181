package org.colonnade.platform.security.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.platform.security.internal.domain.SignInBrake;
import org.colonnade.platform.security.internal.hash.Argon2Cost;

/**
 * What the configuration says, in the types that the code thinks in and within the bounds that hold whatever a file says.
 *
 * @param signInLife until a sign-in ends
 * @param apiTokenDays the most days of an API token
 * @param tokensPerUser of each kind
 * @param tokenMemory for which a known token is answered without the database
 * @param lastUsedEvery between two notes of a token's use
 * @param tries how many wrong passwords are free
 * @param secondFactorRoles whose holders need a second factor
 * @param cost of one hash
 * @param hashingAtOnce how many hashes are computed at the same time
 * @param hashingPatience how long one waits for its turn
 */
public record SecurityRules(
        Duration signInLife,
        int apiTokenDays,
        int tokensPerUser,
        Duration tokenMemory,
        Duration lastUsedEvery,
        SignInBrake.Limits tries,
        Set<String> secondFactorRoles,
        Argon2Cost cost,
        int hashingAtOnce,
        Duration hashingPatience) {

    private static final Duration LONGEST_MEMORY = Duration.ofSeconds(2);

    static SecurityRules of(SecurityConfig config) {
        return new SecurityRules(
                Duration.ofHours(within(1, 168, config.signInHours())),
                within(1, 365, config.apiTokenDays()),
                within(1, 10_000, config.tokensPerUser()),
                Duration.ofMillis(within(0, (int) LONGEST_MEMORY.toMillis(), config.tokenMemoryMillis())),
                Duration.ofSeconds(within(10, 86_400, config.lastUsedSeconds())),
                new SignInBrake.Limits(
                        within(1, 100, config.wrongTriesHere()),
                        within(1, 10_000, config.wrongTriesOfAddress()),
                        within(1, 100, config.wrongTriesOfStrangers()),
                        Duration.ofSeconds(within(1, 3600, config.pauseSeconds()))),
                Arrays.stream(config.secondFactorRoles())
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()),
                Argon2Cost.atLeast(config.argonMemoryKib(), config.argonPasses(), config.argonLanes()),
                within(1, 64, config.hashingAtOnce()),
                Duration.ofMillis(within(0, 30_000, config.hashingPatienceMillis())));
    }

    private static int within(int least, int most, int value) {
        return Math.max(least, Math.min(most, value));
    }
}
