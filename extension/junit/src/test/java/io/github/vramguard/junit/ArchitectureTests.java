package io.github.vramguard.junit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SliceRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.Extension;

/** Each optional library stays in its package, and extensions stay hidden. */
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTests {

    private final JavaClasses main = new ClassFileImporter()
            .withImportOption(DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.vramguard.junit", "io.github.vramguard.assertj");

    private static ArchRule noUse(String by, String of) {
        return noClasses()
                .that()
                .resideInAPackage(by)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(of);
    }

    @Test
    void theAnnotationsWorkWithoutAssertJ() {
        noUse("io.github.vramguard.junit..", "org.assertj..").check(main);
        noUse("io.github.vramguard.junit..", "io.github.vramguard.assertj..").check(main);
    }

    @Test
    void theAssertionsWorkWithoutJUnit() {
        noUse("io.github.vramguard.assertj..", "org.junit..").check(main);
        noUse("io.github.vramguard.assertj..", "io.github.vramguard.junit..").check(main);
    }

    @Test
    void aRuleThatIsBrokenFails() {
        ArchRule broken = noUse("io.github.vramguard.assertj..", "org.assertj..");

        assertThatThrownBy(() -> broken.check(main)).isInstanceOf(AssertionError.class);
    }

    /** Java cannot avoid the arrow from an annotation to the extensions that it registers. */
    @Test
    void noFilesDependOnEachOther() {
        noCircleOfFiles()
                .ignoreDependency(describe("are annotations", JavaClass::isAnnotation), assignableTo(Extension.class))
                .check(main);
        assertThatThrownBy(() -> noCircleOfFiles().check(main)).hasMessageContaining("Cycle detected");
    }

    private static SliceRule noCircleOfFiles() {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return type.getSource()
                                .flatMap(Source::getFileName)
                                .map(file -> SliceIdentifier.of(type.getPackageName(), file))
                                .orElseGet(SliceIdentifier::ignore);
                    }

                    @Override
                    public String getDescription() {
                        return "files";
                    }
                })
                .should()
                .beFreeOfCycles();
    }

    @Test
    void extensionsAreNotPartOfTheApi() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Extension")
                .or()
                .haveSimpleNameEndingWith("Condition")
                .should()
                .bePackagePrivate()
                .check(main);
    }

    @Test
    void onlyTheConsolePrints() {
        noClasses()
                .that()
                .doNotHaveSimpleName(Console.class.getSimpleName())
                .should()
                .accessField(System.class, "out")
                .check(main);
        noClasses().should().accessField(System.class, "err").check(main);
    }
}
