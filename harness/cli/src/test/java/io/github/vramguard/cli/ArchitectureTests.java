package io.github.vramguard.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The rooms of the command line: each command has its own, and what they compare with knows none of them. */
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTests {

    private static final String HOUSE = "io.github.vramguard";

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> location.contains("/cli/target/"))
            .importPackages(HOUSE);

    private static ArchRule noUse(String by, String of) {
        return noClasses()
                .that()
                .resideInAPackage(by)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(of);
    }

    @Test
    void roomsMakeNoCircle() {
        slices().matching(HOUSE + ".(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void noCommandKnowsAnother() {
        slices().matching(HOUSE + ".cli.(compare|cycle|doctor|history|judge|model|report|watch)")
                .should()
                .notDependOnEachOther()
                .check(house);
    }

    @Test
    void comparingKnowsNoCommand() {
        for (String room : new String[] {"compare..", "history.."}) {
            noUse(HOUSE + "." + room, HOUSE + ".cli..").check(house);
        }
    }

    /** A detector that cannot fail proves nothing. */
    @Test
    void aRuleThatIsBrokenFails() {
        assertThat(noUse(HOUSE + ".cli..", HOUSE + ".compare..").evaluate(house).hasViolation())
                .isTrue();
    }
}
