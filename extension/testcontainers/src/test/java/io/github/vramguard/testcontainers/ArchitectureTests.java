package io.github.vramguard.testcontainers;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers are measured with any test framework, and with none. */
class ArchitectureTests {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.vramguard.testcontainers");

    private static ArchRule noUse(String of) {
        return noClasses().should().dependOnClassesThat().resideInAPackage(of);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"org.junit..", "org.assertj..", "io.github.vramguard.junit..", "io.github.vramguard.assertj.."})
    void containersWorkWithout(String other) {
        noUse(other).check(MAIN);
    }

    /** A detector that cannot fail proves nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"org.testcontainers..", "com.github.dockerjava.."})
    void andIsFoundWhereItIsUsed(String library) {
        assertThat(noUse(library).evaluate(MAIN).hasViolation()).isTrue();
    }
}
