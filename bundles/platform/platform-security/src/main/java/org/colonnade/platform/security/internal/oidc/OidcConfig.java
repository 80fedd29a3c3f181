package org.colonnade.platform.security.internal.oidc;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Every key of {@code etc/org.colonnade.oidc-<name>.cfg}; one file for each issuer. */
@ObjectClassDefinition(
        id = OidcConfig.PID,
        name = "Colonnade: issuer of access tokens",
        description = "An OpenID provider whose access tokens are taken as identities here. A change holds at once.")
public @interface OidcConfig {

    String PID = "org.colonnade.oidc";

    @AttributeDefinition(name = "Issuer", description = "The claim 'iss' of its tokens, to the letter.")
    String issuer() default "";

    @AttributeDefinition(
            name = "Key set",
            description = "Where its public keys are: an https address (jwks_uri). Redirects are not followed.")
    String keySet() default "";

    @AttributeDefinition(
            name = "Audience",
            description = "What the claim 'aud' has to hold: how the issuer calls this installation.")
    String audience() default "";

    @AttributeDefinition(
            name = "Algorithms",
            description =
                    "Which signatures are taken, of RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512.")
    String[] algorithms() default {"RS256", "PS256", "ES256"};

    @AttributeDefinition(
            name = "Access tokens only",
            description =
                    "Whether a token has to be an access token (typ at+jwt, RFC 9068). Without it, an ID token is taken too.")
    boolean accessTokensOnly() default true;

    @AttributeDefinition(
            name = "User claim",
            description =
                    "Which claim is the sign-in name here; not one that people change themselves. Who was once seen stays known by 'sub'.")
    String userClaim() default "sub";

    @AttributeDefinition(
            name = "Make users",
            description =
                    "Whether somebody who is not known yet becomes a user, without a role: such a user may do nothing.")
    boolean makeUsers() default false;

    @AttributeDefinition(
            name = "Permissions claim",
            description =
                    "A claim (list, or words with blanks between) of the only permissions of a token; empty for all of the user.")
    String permissionsClaim() default "";

    @AttributeDefinition(
            name = "Clock skew",
            description = "Seconds by which clocks may differ.",
            min = "0",
            max = "300")
    int clockSkewSeconds() default 60;

    @AttributeDefinition(
            name = "Oldest token",
            description =
                    "Minutes after 'iat' until a token is taken no more: the longest that a revocation at the issuer takes.",
            min = "1",
            max = "1440")
    int oldestMinutes() default 60;

    @AttributeDefinition(
            name = "Keys are fresh for",
            description = "Minutes after which the key set is fetched anew.",
            min = "1",
            max = "1440")
    int keySetMinutes() default 15;

    @AttributeDefinition(
            name = "Keys are good for",
            description = "Hours for which the keys are used while the issuer is away.",
            min = "1",
            max = "168")
    int keySetHoursAway() default 24;

    @AttributeDefinition(
            name = "Loopback",
            description = "Whether the key set may come by http from this machine itself. For tests only.")
    boolean loopbackHttp() default false;
}
