package io.bridgehead.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule finds what breaks it, all of it and nothing else, and nothing where none is broken.
class HouseRulesTest {

    private static final JavaClasses CROOKED =
            new ClassFileImporter()
                    .importPackages("io.bridgehead.crooked", "io.bridgehead.platform.crooked");
    private static final JavaClasses UPRIGHT =
            new ClassFileImporter().importPackages("io.bridgehead.upright");

    static List<ArchRule> rules() {
        return Arrays.stream(HouseRules.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .map(HouseRulesTest::rule)
                .toList();
    }

    private static ArchRule rule(Field field) {
        try {
            return (ArchRule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> foundBy(ArchRule rule) {
        return rule.evaluate(CROOKED).getFailureReport().getDetails();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleSaysWhyAndIsBrokenByTheCrookedServiceOnly(ArchRule rule) {
        assertThat(rule.getDescription()).contains(", because ");
        assertThat(foundBy(rule)).isNotEmpty();
        assertThat(rule.evaluate(UPRIGHT).getFailureReport().getDetails()).isEmpty();
    }

    @Test
    void aServiceOrPlatformThatLeansOnAService() {
        assertThat(foundBy(HouseRules.servicesMeetInKafkaAndInThePublicApiOnly))
                .isNotEmpty()
                .allMatch(found ->
                        found.contains(".crooked.shelf.Leaning.onAnotherService(")
                                || found.contains("platform.crooked.Leaning.onAService("))
                .anyMatch(found -> found.contains("io.bridgehead.crooked.shelf.Leaning"))
                .anyMatch(found -> found.contains("io.bridgehead.platform.crooked.Leaning"));
    }

    @Test
    void featuresThatNeedEachOther() {
        assertThat(foundBy(HouseRules.featuresDoNotGoInCircles))
                .singleElement()
                .asString()
                .contains(
                        "Cycle detected: Slice loan",
                        "Slice shelf",
                        "Back.there()",
                        "There.back()");
    }

    @Test
    void aQueryOutsideOfARepository() {
        assertThat(foundBy(HouseRules.onlyRepositoriesKnowMongo))
                .singleElement()
                .asString()
                .contains("crooked.shelf.Querying.filter()", "com.mongodb.client.model.Filters");
    }

    @Test
    void aStoredRecordThatUsesSpring() {
        assertThat(foundBy(HouseRules.theDomainKnowsNoFramework))
                .singleElement()
                .asString()
                .contains("crooked.shelf.Shelf$Board.isOfWood()", "org.springframework.util");
    }

    @Test
    void endpointsThatDoNotSayWhoMayCallOrSayItTwice() {
        assertThat(foundBy(HouseRules.everyEndpointSaysWhoMayCallIt))
                .hasSize(2)
                .anyMatch(found -> found.contains("UndeclaredController.nobodySaid()> carries 0"))
                .anyMatch(found -> found.contains("UndeclaredController.twoSaid()> carries 2"));
    }

    @Test
    void controllersThatCommandARepositoryOrReachForDocuments() {
        assertThat(foundBy(HouseRules.controllersChangeNothingThemselves))
                .hasSize(2)
                .anyMatch(found ->
                        found.contains("CommandingController.saw(")
                                && found.contains("Shelves.saw("))
                .anyMatch(found -> found.contains("DocumentController.collections()"));
    }

    @Test
    void aPackageWithoutNullMarked() {
        assertThat(foundBy(HouseRules.packagesAreNullMarked))
                .containsExactly(
                        "Class <io.bridgehead.crooked.unmarked.Careless> is not in a @NullMarked"
                                + " package");
    }

    @Test
    void aPublicClassThatNobodyElseUses() {
        assertThat(foundBy(HouseRules.onlyWhatOthersUseIsPublic))
                .containsExactly(
                        "Class <io.bridgehead.crooked.shelf.Boastful> is public, and no other"
                                + " package uses it");
    }

    @Test
    void namesThatSayNothing() {
        assertThat(foundBy(HouseRules.namesSayWhatAClassIs))
                .hasSize(3)
                .anyMatch(found -> found.contains("crooked.shelf.ShelfImpl"))
                .anyMatch(found -> found.contains("crooked.common.Anything"))
                .anyMatch(found -> found.contains("crooked.common.package-info"));
    }

    @Test
    void aFieldThatIsInjected() {
        assertThat(foundBy(HouseRules.nothingIsInjectedIntoFields))
                .singleElement()
                .asString()
                .contains("crooked.shelf.Injected.shelves");
    }

    @Test
    void anOldDate() {
        assertThat(foundBy(HouseRules.timeIsJavaTime))
                .isNotEmpty()
                .allMatch(found -> found.contains("crooked.shelf.Dated.millis("));
    }

    @Test
    void theMachinesTime() {
        assertThat(foundBy(HouseRules.theTimeIsTheClocks))
                .hasSize(5)
                .anyMatch(found -> found.contains("Hasty.instant()"))
                .anyMatch(found -> found.contains("Hasty.later()"))
                .anyMatch(found -> found.contains("Hasty.day()"))
                .anyMatch(found -> found.contains("Hasty.millis()"))
                .anyMatch(found -> found.contains("Hasty.clock()"));
    }
}
