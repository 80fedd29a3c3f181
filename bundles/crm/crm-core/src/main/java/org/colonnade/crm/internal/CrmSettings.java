package org.colonnade.crm.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.colonnade.crm.internal.domain.ContentCheck;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.match.MatchPolicy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configuration as it is now; a value that makes no sense is reported and its default taken. */
@Component(service = CrmSettings.class, configurationPid = CrmConfig.PID)
@Designate(ocd = CrmConfig.class)
public class CrmSettings {

    private static final Logger LOG = LoggerFactory.getLogger(CrmSettings.class);
    private static final int LEAST_KEPT = 16;
    private static final int MOST_KEPT = 16 << 10;
    private static final int MOST_DAYS = 36_500;
    private static final double REVIEW = 0.5;
    private static final double AUTO = 0.9;

    /** All of it, replaced as a whole. */
    private record Values(
            PhoneRule phones, ContentCheck check, Charset fallback, MatchPolicy policy, int accessLogDays) {}

    private volatile Values values;

    @Activate
    public CrmSettings(CrmConfig config) {
        values = read(config);
    }

    @Modified
    void changed(CrmConfig config) {
        values = read(config);
    }

    /** How telephone numbers are read. */
    public PhoneRule phones() {
        return values.phones();
    }

    /** How much a card may hold. */
    public ContentCheck check() {
        return values.check();
    }

    /** How files are read that are not UTF-8. */
    public Charset fallback() {
        return values.fallback();
    }

    /** What is done about parties that are alike. */
    public MatchPolicy policy() {
        return values.policy();
    }

    /** For how many days it is kept who has looked at which party; 0 for not at all. */
    public int accessLogDays() {
        return values.accessLogDays();
    }

    private static Values read(CrmConfig config) {
        String region = config.defaultRegion().strip().toUpperCase(Locale.ROOT);
        if (!PhoneRule.knows(region)) {
            LOG.warn("org.colonnade.crm: defaultRegion is no region of ISO 3166; TH is used");
            region = "TH";
        }
        int kept = Math.max(LEAST_KEPT, Math.min(MOST_KEPT, config.keptKilobytes()));
        if (kept != config.keptKilobytes()) {
            LOG.warn(
                    "org.colonnade.crm: keptKilobytes lies between {} and {}; {} is used", LEAST_KEPT, MOST_KEPT, kept);
        }
        return new Values(
                new PhoneRule(region),
                new ContentCheck(kept << 10),
                charset(config.fallbackCharset()),
                policy(config),
                Math.max(0, Math.min(MOST_DAYS, config.accessLogDays())));
    }

    private static MatchPolicy policy(CrmConfig config) {
        double review = config.reviewScore();
        double auto = config.autoScore();
        if (!(review > 0 && review <= auto && auto <= 1)) {
            LOG.warn(
                    "org.colonnade.crm: reviewScore and autoScore lie between 0 and 1, in this order; {} and {} are used",
                    REVIEW,
                    AUTO);
            review = REVIEW;
            auto = AUTO;
        }
        Set<String> schemes = Arrays.stream(config.strongSchemes().split("[,\\s]+"))
                .filter(scheme -> !scheme.isEmpty())
                .collect(Collectors.toSet());
        return new MatchPolicy(review, auto, schemes, config.autoMerge());
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalArgumentException unknown) {
            LOG.warn("org.colonnade.crm: fallbackCharset is not known here; ISO-8859-1 is used");
            return StandardCharsets.ISO_8859_1;
        }
    }
}
