package org.colonnade.platform.privacy.internal;

import java.util.List;
import org.colonnade.platform.api.admin.Answering;
import org.colonnade.platform.api.privacy.PersonalData;
import org.colonnade.platform.api.privacy.PersonalDataHold;
import org.colonnade.platform.api.privacy.RetentionTarget;

/** Lets tests say who is here. */
public final class RegistryOf {

    private RegistryOf() {}

    public static Parts<PersonalData> data(Registry registry) {
        return registry.data;
    }

    public static Parts<PersonalDataHold> holds(Registry registry) {
        return registry.holds;
    }

    public static List<RetentionTarget> targets(Registry registry) {
        return registry.targets;
    }

    public static List<Answering> answering(Registry registry) {
        return registry.answering;
    }
}
