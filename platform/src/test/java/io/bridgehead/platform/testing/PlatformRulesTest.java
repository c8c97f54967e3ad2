package io.bridgehead.platform.testing;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

@AnalyzeClasses(
        packages = "io.bridgehead.platform",
        importOptions = ImportOption.DoNotIncludeTests.class)
class PlatformRulesTest {

    @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);
}
