package org.colonnade.platform.security.internal.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One configured issuer, and the judge of its tokens by RFC 8725 and RFC 9068: only signatures with the public keys of its own key set, by
 * the algorithms that were configured; issuer, audience, subject, kind and all times have to be right. What a token says about where its
 * key is to be had is not looked at; a token that says so is refused.
 */
@Component(service = Issuer.class, configurationPid = OidcConfig.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = OidcConfig.class, factory = true)
public final class Issuer {

    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);
    private static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");
    private static final int LONGEST_SUBJECT = 255;
    private static final int LONGEST_NAME = 200;

    private final OidcConfig config;
    private final Clock clock;
    private final DefaultJWTProcessor<SecurityContext> judge = new DefaultJWTProcessor<>();

    @Activate
    public Issuer(OidcConfig config) {
        this(config, Clock.systemUTC(), System::nanoTime);
        LOG.info(
                "Access tokens of {} are taken as identities; its keys come from {}", config.issuer(), config.keySet());
    }

    /** @throws IllegalArgumentException if the configuration makes no sense */
    public Issuer(OidcConfig config, Clock clock, LongSupplier nanos) {
        this.config = config;
        this.clock = clock;
        if (blank(config.issuer()) || blank(config.audience()) || blank(config.keySet()) || blank(config.userClaim())) {
            throw new IllegalArgumentException("An issuer has 'issuer', 'audience', 'keySet' and 'userClaim'");
        }
        KeySetFetch fetch = new KeySetFetch(config.keySet(), config.loopbackHttp());
        KeySet keys = new KeySet(
                fetch::fetch,
                Duration.ofMinutes(within(1, 1440, config.keySetMinutes())),
                Duration.ofHours(within(1, 168, config.keySetHoursAway())),
                nanos);
        judge.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms(config.algorithms()), keys));
        judge.setJWSTypeVerifier(types(config.accessTokensOnly()));
        judge.setJWEKeySelector(null);
        judge.setJWTClaimsSetVerifier(claims());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static int within(int least, int most, int value) {
        return Math.max(least, Math.min(most, value));
    }

    private static Set<JWSAlgorithm> algorithms(String... names) {
        Set<String> strange = new TreeSet<>(Arrays.asList(names));
        strange.removeAll(ALGORITHMS);
        if (names.length == 0 || !strange.isEmpty()) {
            throw new IllegalArgumentException("No algorithms of public keys: " + strange);
        }
        return Arrays.stream(names).map(JWSAlgorithm::parse).collect(Collectors.toSet());
    }

    private static DefaultJOSEObjectTypeVerifier<SecurityContext> types(boolean accessTokensOnly) {
        JOSEObjectType accessToken = new JOSEObjectType("at+jwt");
        JOSEObjectType longForm = new JOSEObjectType("application/at+jwt");
        return accessTokensOnly
                ? new DefaultJOSEObjectTypeVerifier<>(accessToken, longForm)
                : new DefaultJOSEObjectTypeVerifier<>(accessToken, longForm, JOSEObjectType.JWT, null);
    }

    private DefaultJWTClaimsVerifier<SecurityContext> claims() {
        JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(config.issuer()).build();
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(config.audience(), exact, Set.of("sub", "exp", "iat")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        claims.setMaxClockSkew(skew());
        return claims;
    }

    private int skew() {
        return within(0, 300, config.clockSkewSeconds());
    }

    /** Whether tokens of this issuer are judged here. */
    public boolean is(String issuer) {
        return config.issuer().equals(issuer);
    }

    /** Whom the token names; empty if it is not good. */
    public Optional<Visitor> judged(SignedJWT token) {
        JWSHeader header = token.getHeader();
        if (header.getJWK() != null || header.getJWKURL() != null || header.getX509CertURL() != null) {
            return refused("it brings its own key");
        }
        try {
            return visitor(judge.process(token, null));
        } catch (BadJOSEException | JOSEException | ParseException bad) {
            return refused(bad.getMessage());
        }
    }

    private Optional<Visitor> visitor(JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        Instant issuedAt = claims.getIssueTime().toInstant();
        Instant oldest = issuedAt.plus(Duration.ofMinutes(within(1, 1440, config.oldestMinutes())));
        if (issuedAt.isAfter(now.plusSeconds(skew()))) {
            return refused("it was made in the future");
        }
        if (!oldest.plusSeconds(skew()).isAfter(now)) {
            return refused("it is too old");
        }
        String subject = claims.getSubject();
        String user = claims.getStringClaim(config.userClaim());
        if (blank(subject) || subject.length() > LONGEST_SUBJECT || blank(user)) {
            return refused("it names nobody");
        }
        Instant expiry = claims.getExpirationTime().toInstant();
        String name = claims.getClaim("name") instanceof String text && !text.isBlank() && text.length() <= LONGEST_NAME
                ? text.strip()
                : null;
        return Optional.of(new Visitor(
                config.issuer(),
                subject,
                user,
                name,
                issuedAt,
                (expiry.isBefore(oldest) ? expiry : oldest).plusSeconds(skew()),
                permissions(claims),
                config.makeUsers()));
    }

    /** Nothing, where the claim is missing or is something else: a token that says nothing of permissions does not carry all. */
    private Set<String> permissions(JWTClaimsSet claims) {
        if (blank(config.permissionsClaim())) {
            return null;
        }
        Object claim = claims.getClaim(config.permissionsClaim());
        if (claim instanceof String words) {
            return Arrays.stream(words.strip().split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toSet());
        }
        return claim instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** For whoever looks after it: callers are not told why. */
    private Optional<Visitor> refused(String why) {
        LOG.debug("A token of {} is refused: {}", config.issuer(), why);
        return Optional.empty();
    }
}
