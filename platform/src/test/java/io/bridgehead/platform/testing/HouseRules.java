package io.bridgehead.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.View;
import io.bridgehead.platform.identity.AnyoneMayCall;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.SignedInMayCall;
import java.lang.annotation.Annotation;
import java.text.SimpleDateFormat;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Calendar;
import java.util.Comparator;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RequestMapping;

/// The house's rules, as far as a test can see them in the classes. A module keeps them by a test of
/// its own:
///
/// ```java
/// @AnalyzeClasses(packages = "io.bridgehead.contract", importOptions = ImportOption.DoNotIncludeTests.class)
/// class ContractRulesTest {
///     @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);
/// }
/// ```
///
/// Each rule is broken on purpose by the service `io.bridgehead.crooked` of platform's tests, and
/// kept by its neighbour `io.bridgehead.upright`. A rule about something that not every module has
/// may match nothing there; in those two it may not.
public final class HouseRules {

    private static final String HOUSE = "io.bridgehead.";
    private static final String PLATFORM = "platform";

    private HouseRules() {}

    // --- who may depend on whom

    @ArchTest
    static final ArchRule servicesMeetInKafkaAndInThePublicApiOnly =
            classes()
                    .that(areOfTheHouse())
                    .should(dependOnNoOtherModuleThanPlatform())
                    .because(
                            "services are built, run and replaced one by one, and platform is what"
                                    + " each stands on");

    @ArchTest
    static final ArchRule featuresDoNotGoInCircles =
            slices().matching(HOUSE + "*.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .because("a circle of features can only be understood and changed as one");

    @ArchTest
    static final ArchRule onlyRepositoriesKnowMongo =
            noClasses()
                    .that(areOfAService())
                    .and(describe("are no @Repository", c -> !isRepository(outermost(c))))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.mongodb..")
                    .allowEmptyShould(true)
                    .because(
                            "what is stored, and how it is looked for, can be seen in one place of"
                                    + " a feature: its plural repository");

    @ArchTest
    static final ArchRule theDomainKnowsNoFramework =
            all(whatIsStored())
                    .should(
                            not(
                                    dependOnClassesThat(
                                            resideInAnyPackage(
                                                            "org.springframework..",
                                                            "com.mongodb..",
                                                            "org.bson..",
                                                            "org.apache.kafka..",
                                                            "io.cloudevents..",
                                                            "tools.jackson..",
                                                            "com.fasterxml.jackson..",
                                                            "jakarta..")
                                                    .and(
                                                            DescribedPredicate.not(
                                                                    resideInAnyPackage(
                                                                            "com.fasterxml.jackson.annotation..",
                                                                            "jakarta.validation.."))))))
                    .allowEmptyShould(true)
                    .because(
                            "states and their transitions are tested by themselves and outlive any"
                                    + " framework; annotations that name and bound fields do no harm");

    // --- who may call

    @ArchTest
    static final ArchRule everyEndpointSaysWhoMayCallIt =
            methods()
                    .that()
                    .areMetaAnnotatedWith(RequestMapping.class)
                    .should(
                            carryExactlyOneOf(
                                    List.of(
                                            MayCall.class,
                                            SignedInMayCall.class,
                                            AnyoneMayCall.class)))
                    .allowEmptyShould(true)
                    .because("an endpoint that says nothing is open by oversight");

    @ArchTest
    static final ArchRule controllersChangeNothingThemselves =
            classes()
                    .that()
                    .areMetaAnnotatedWith(Controller.class)
                    .should(reachNoDocumentAndGiveNoCommandToARepository())
                    .allowEmptyShould(true)
                    .because(
                            "a controller binds, calls one use case and maps; it may read through a"
                                    + " repository, where a use case would only pass the question on,"
                                    + " but a command has rules that a listener keeps as well");

    // --- how a class is written

    @ArchTest
    static final ArchRule packagesAreNullMarked =
            classes()
                    .that(areOfTheHouse())
                    .should(
                            be(
                                    "in a @NullMarked package",
                                    c ->
                                            c.getPackage()
                                                    .tryGetPackageInfo()
                                                    .filter(info ->
                                                            info.isAnnotatedWith(NullMarked.class))
                                                    .isPresent()))
                    .because("NullAway looks only there, and null is nowhere where it is not said");

    @ArchTest
    static final ArchRule onlyWhatOthersUseIsPublic =
            all(publicTypesThatAreNotStored())
                    .should(beUsedByAnotherPackage())
                    .allowEmptyShould(true)
                    .because(
                            "a feature shows other features what they need and keeps the rest; the"
                                    + " driver's codec reads public records only");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses()
                    .that(areOfTheHouse())
                    .should()
                    .haveNameMatching(
                            ".*(Impl|Utils?|Helpers?|Managers?)(\\$.*)?|.*\\.(common|utils?|helpers?)\\..*")
                    .because(
                            "such a name fits anything, and so anything ends up in it; say what it"
                                    + " does");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            noFields()
                    .should(GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION)
                    .because("what a class needs is in its constructor, where a test can give it");

    @ArchTest
    static final ArchRule timeIsJavaTime =
            classes()
                    .should(useNoOldDates())
                    .because(
                            "java.time says what is meant: an instant, a day, a zone; only the"
                                    + " driver's documents give out a Date, to be made an instant"
                                    + " at once");

    @ArchTest
    static final ArchRule theTimeIsTheClocks =
            noClasses()
                    .that(areNoAutoConfiguration())
                    .should()
                    .accessTargetWhere(
                            describe("asks the machine for the time", HouseRules::asksTheMachine))
                    .because(
                            "deadlines and expiry are tested by a clock that the test sets; the one"
                                    + " that is injected is cut to milliseconds, as MongoDB keeps them");

    // --- words

    private static DescribedPredicate<JavaClass> areOfTheHouse() {
        return describe("are of the house", c -> c.getPackageName().startsWith(HOUSE));
    }

    private static DescribedPredicate<JavaClass> areOfAService() {
        return areOfTheHouse()
                .and(describe("not of platform", c -> !moduleOf(c).equals(PLATFORM)))
                .as("are of a service");
    }

    private static DescribedPredicate<JavaClass> areNoAutoConfiguration() {
        return describe(
                "are no auto-configuration",
                c -> !outermost(c).isAnnotatedWith(AutoConfiguration.class));
    }

    /// `contract` of `io.bridgehead.contract.agreement.Agreement`.
    private static String moduleOf(JavaClass c) {
        String rest = c.getPackageName().substring(HOUSE.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static JavaClass outermost(JavaClass c) {
        return c.getEnclosingClass().map(HouseRules::outermost).orElse(c);
    }

    private static boolean isRepository(JavaClass c) {
        return c.isAnnotatedWith(Repository.class);
    }

    /// By a call, or by a reference such as `Instant::now`.
    private static boolean asksTheMachine(JavaAccess<?> access) {
        JavaClass asked = access.getTargetOwner();
        if (asked.isEquivalentTo(System.class)) {
            return access.getName().equals("currentTimeMillis");
        }
        if (asked.isEquivalentTo(Clock.class)) {
            return access.getName().startsWith("system");
        }
        return asked.getPackageName().equals("java.time")
                && access.getName().equals("now")
                && !takes(Clock.class, access);
    }

    private static boolean takes(Class<?> parameter, JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(parameter));
    }

    // --- conditions

    private static ArchCondition<JavaClass> be(
            String what, java.util.function.Predicate<JavaClass> is) {
        return new ArchCondition<>("be " + what) {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                if (!is.test(c)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    c, c.getDescription() + " is not " + what));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> useNoOldDates() {
        DescribedPredicate<JavaClass> old =
                belongToAnyOf(Date.class, Calendar.class, SimpleDateFormat.class);
        List<String> conversions =
                List.of("<java.util.Date.from(java.time.Instant)>", "<java.util.Date.toInstant()>");
        return new ArchCondition<>("use no Date, Calendar or SimpleDateFormat") {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                for (Dependency dependency : c.getDirectDependenciesFromSelf()) {
                    if (old.test(dependency.getTargetClass())
                            && conversions.stream()
                                    .noneMatch(dependency.getDescription()::contains)) {
                        events.add(SimpleConditionEvent.violated(c, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> dependOnNoOtherModuleThanPlatform() {
        return new ArchCondition<>("depend on no other module than platform") {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                for (Dependency dependency : c.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (areOfTheHouse().test(target)
                            && !List.of(moduleOf(c), PLATFORM).contains(moduleOf(target))) {
                        events.add(SimpleConditionEvent.violated(c, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> carryExactlyOneOf(
            List<Class<? extends Annotation>> annotations) {
        List<String> names = annotations.stream().map(type -> "@" + type.getSimpleName()).toList();
        return new ArchCondition<>("carry exactly one of " + String.join(", ", names)) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                long carried = annotations.stream().filter(method::isAnnotatedWith).count();
                if (carried != 1) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    method,
                                    method.getDescription()
                                            + " carries "
                                            + carried
                                            + " of "
                                            + String.join(", ", names)));
                }
            }
        };
    }

    /// Whatever changes a document takes the command's id along.
    private static ArchCondition<JavaClass> reachNoDocumentAndGiveNoCommandToARepository() {
        List<Class<?>> documents = List.of(Aggregates.class, View.class, Documents.class);
        return new ArchCondition<>("reach no document, and give no command to a repository") {
            @Override
            public void check(JavaClass controller, ConditionEvents events) {
                for (JavaAccess<?> access : controller.getAccessesFromSelf()) {
                    JavaClass reached = access.getTargetOwner();
                    boolean commands = isRepository(reached) && takes(CommandId.class, access);
                    if (commands || documents.stream().anyMatch(reached::isEquivalentTo)) {
                        events.add(
                                SimpleConditionEvent.violated(controller, access.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
        return new ArchCondition<>("be used by another package") {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                boolean used =
                        withNested(c)
                                .flatMap(each -> each.getDirectDependenciesToSelf().stream())
                                .anyMatch(use ->
                                        !use.getOriginClass().getPackage().equals(c.getPackage()));
                if (!used) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    c,
                                    c.getDescription()
                                            + " is public, and no other package uses it"));
                }
            }
        };
    }

    private static ClassesTransformer<JavaClass> publicTypesThatAreNotStored() {
        return new AbstractClassesTransformer<>("public types of a service that are not stored") {
            @Override
            public Iterable<JavaClass> doTransform(JavaClasses classes) {
                Set<JavaClass> stored = storedAmong(classes);
                return classes.stream()
                        .filter(areOfAService())
                        .filter(JavaClass::isTopLevelClass)
                        .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(c -> withNested(c).noneMatch(stored::contains))
                        .toList();
            }
        };
    }

    private static Stream<JavaClass> withNested(JavaClass c) {
        return c.getPackage().getClasses().stream()
                .filter(each -> each.equals(c) || each.getName().startsWith(c.getName() + "$"));
    }

    // --- what is stored

    private static ClassesTransformer<JavaClass> whatIsStored() {
        return new AbstractClassesTransformer<>("states, views and what they are made of") {
            @Override
            public Iterable<JavaClass> doTransform(JavaClasses classes) {
                return storedAmong(classes);
            }
        };
    }

    /// The types of the house that stand in the type arguments of an [Aggregates] or a [View], with
    /// all that they are made of: the records of a sealed type, the types of fields.
    private static Set<JavaClass> storedAmong(Iterable<JavaClass> classes) {
        Set<JavaClass> stored = new TreeSet<>(Comparator.comparing(JavaClass::getName));
        Deque<JavaClass> found = new ArrayDeque<>();
        for (JavaClass c : classes) {
            for (JavaField field : c.getFields()) {
                if (field.getRawType().isEquivalentTo(Aggregates.class)
                        || field.getRawType().isEquivalentTo(View.class)) {
                    argumentsOf(field.getType()).forEach(found::add);
                }
            }
        }
        while (!found.isEmpty()) {
            JavaClass c = found.pop();
            if (areOfAService().test(c) && stored.add(c)) {
                found.addAll(c.getSubclasses());
                for (JavaField field : c.getFields()) {
                    if (!field.getModifiers().contains(JavaModifier.STATIC)) {
                        found.addAll(field.getType().getAllInvolvedRawTypes());
                    }
                }
            }
        }
        return stored;
    }

    private static Stream<JavaClass> argumentsOf(JavaType type) {
        return type instanceof JavaParameterizedType parameterized
                ? parameterized.getActualTypeArguments().stream().map(JavaType::toErasure)
                : Stream.empty();
    }
}
