package org.colonnade.testkit.contract;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who may use what. */
public final class LayerRule {

    private static final String[] TECHNIQUE = {
        "javax.persistence..",
        "javax.ws.rs..",
        "javax.servlet..",
        "org.osgi..",
        "java.sql..",
        "javax.sql..",
        "org.apache.openjpa.."
    };
    private static final Set<String> OF_THE_CLOCK = Set.of("now", "currentTimeMillis");
    private static final DescribedPredicate<JavaClass> THE_ENHANCERS = resideInAnyPackage("org.apache.openjpa..");

    private LayerRule() {}

    /** What an api uses beyond {@code java}, the platform's api, itself, and annotations that only tools read. */
    public static List<String> apiStandsAlone(FunctionFolder function) {
        JavaClasses api = function.importedApi();
        String[] allowed = new String[] {"java..", "org.colonnade.platform.api..", "org.osgi.annotation.."};
        Set<String> own = new java.util.TreeSet<>();
        api.forEach(one -> own.add(one.getPackageName()));
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(allowed), own.stream())
                .toArray(String[]::new);
        return faults(
                classes()
                        .should()
                        .onlyDependOnClassesThat(
                                resideInAnyPackage(all).or(DescribedPredicate.describe("arrays", LayerRule::plain))),
                api);
    }

    /** Persistence, web, OSGi or SQL in {@code internal.domain}. */
    public static List<String> domainIsPlain(FunctionFolder function) {
        return faults(
                noClasses()
                        .that()
                        .resideInAPackage("..internal.domain..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(TECHNIQUE)),
                function.importedCore());
    }

    /** Calls of {@code now()} without a clock, anywhere in core and api. */
    public static List<String> timeComesFromAClock(FunctionFolder function) {
        DescribedPredicate<JavaCall<?>> asks =
                DescribedPredicate.describe("ask the machine for the time", LayerRule::asksTheMachine);
        ArchRule rule = noClasses().should().callCodeUnitWhere(asks);
        List<String> faults = new ArrayList<>(faults(rule, function.importedCore()));
        faults.addAll(faults(rule, function.importedApi()));
        return faults;
    }

    /** {@code javax.persistence} outside {@code internal.store}. */
    public static List<String> onlyTheStoreKnowsPersistence(FunctionFolder function) {
        return faults(
                noClasses()
                        .that(resideOutsideOfPackages("..internal.store.."))
                        .should()
                        .dependOnClassesThat(
                                resideInAPackage("javax.persistence..").or(THE_ENHANCERS)),
                function.importedCore());
    }

    private static boolean asksTheMachine(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        boolean ofTime = owner.getPackageName().startsWith("java.time") || owner.isEquivalentTo(System.class);
        boolean hasClock =
                call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        boolean newDate = owner.isEquivalentTo(java.util.Date.class)
                && call.getTarget().getName().equals("<init>")
                && call.getTarget().getRawParameterTypes().isEmpty();
        return newDate
                || ofTime && !hasClock && OF_THE_CLOCK.contains(call.getTarget().getName());
    }

    private static boolean plain(JavaClass type) {
        return type.isPrimitive() || type.isArray() && plain(type.getBaseComponentType());
    }

    private static List<String> faults(ArchRule rule, JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
    }
}
