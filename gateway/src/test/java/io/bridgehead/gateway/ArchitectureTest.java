package io.bridgehead.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String GATEWAY = "io.bridgehead.gateway..";

    private static final ArchRule STANDS_ALONE =
            noClasses()
                    .that()
                    .resideInAPackage(GATEWAY)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("io.bridgehead..").and(not(resideInAPackage(GATEWAY))))
                    .because(
                            "the gateway is reached by anybody and changes for other reasons than"
                                    + " the services: it knows them by their addresses only");

    private static final ArchRule NO_CYCLES =
            slices().matching("io.bridgehead.gateway.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a package can then be read without those that lean on it");

    private final JavaClasses gateway =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.bridgehead.gateway");

    @Test
    void theGatewayDependsOnNothingOfOurs() {
        STANDS_ALONE.check(gateway);
    }

    @Test
    void itsPackagesLeanOneWay() {
        NO_CYCLES.check(gateway);
    }

    @Test
    void aCircleOfPackagesIsFound() {
        JavaClasses circle =
                new ClassFileImporter()
                        .importPackages(
                                "io.bridgehead.gateway.chicken", "io.bridgehead.gateway.egg");

        assertThat(NO_CYCLES.evaluate(circle).getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains("Chicken", "Egg"));
    }

    @Test
    void aDependencyOnAnythingElseOfOursIsFound() {
        JavaClasses misplaced =
                new ClassFileImporter().importPackages("io.bridgehead.gateway.misplaced");

        assertThat(STANDS_ALONE.evaluate(misplaced).getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains("LeansOnAnother", "Thing"));
    }
}
