package io.github.vramguard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.vramguard.floorplan.source.CrookedSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the house, and which door leads where. Its plan goes with it: heaps of later tests are collected often. */
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTests {

    private static final String HOUSE = "io.github.vramguard";
    private static final String CROOKED_HOUSE =
            CrookedSource.class.getPackageName().replace(".source", "");

    private final JavaClasses actual = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(HOUSE);
    private final JavaClasses crooked = new ClassFileImporter().importPackages(CROOKED_HOUSE);

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(Plan plan) {
        plan.of(HOUSE).check(actual);
    }

    /** A detector that cannot fail proves nothing. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void isBrokenByACrookedHouse(Plan plan) {
        assertThat(plan.of(CROOKED_HOUSE).evaluate(crooked).hasViolation()).isTrue();
    }

    @Test
    void theHouseHasAllItsRooms() {
        assertThat(actual.stream().map(JavaClass::getPackageName).distinct())
                .containsExactlyInAnyOrder(
                        HOUSE,
                        HOUSE + ".baseline",
                        HOUSE + ".cli",
                        HOUSE + ".cli.compare",
                        HOUSE + ".cli.cycle",
                        HOUSE + ".cli.doctor",
                        HOUSE + ".cli.history",
                        HOUSE + ".cli.judge",
                        HOUSE + ".cli.model",
                        HOUSE + ".cli.report",
                        HOUSE + ".cli.series",
                        HOUSE + ".cli.terminal",
                        HOUSE + ".cli.usage",
                        HOUSE + ".cli.watch",
                        HOUSE + ".compare",
                        HOUSE + ".explain",
                        HOUSE + ".history",
                        HOUSE + ".measure",
                        HOUSE + ".memory",
                        HOUSE + ".model",
                        HOUSE + ".report",
                        HOUSE + ".report.ci",
                        HOUSE + ".report.compare",
                        HOUSE + ".report.history",
                        HOUSE + ".report.html",
                        HOUSE + ".run",
                        HOUSE + ".server",
                        HOUSE + ".source",
                        HOUSE + ".source.drm",
                        HOUSE + ".source.gpu",
                        HOUSE + ".source.nvidia",
                        HOUSE + ".verdict");
    }

    static List<Plan> rules() {
        return List.of(
                new Plan("rooms import downwards only", ArchitectureTests::rooms),
                new Plan(
                        "there are no cycles",
                        house -> slices().matching(house + ".(**)").should().beFreeOfCycles()),
                new Plan("native calls are made by sources only", house -> noClasses()
                        .that()
                        .resideOutsideOfPackage(house + ".source..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.sun.jna..")),
                new Plan("nobody writes to a standard stream", house -> NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS),
                new Plan(
                        "nobody logs",
                        house -> noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..")),
                new Plan("nobody knows JUnit", house -> noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.junit..", "org.opentest4j..")),
                new Plan("every package is null-marked", house -> classes().should(beInANullMarkedPackage())));
    }

    private static ArchRule rooms(String house) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(house + "..")
                .withOptionalLayers(true)
                .layer("cli")
                .definedBy(house + ".cli..")
                .layer("gate")
                .definedBy(house)
                .layer("report")
                .definedBy(house + ".report..")
                .layer("history")
                .definedBy(house + ".history")
                .layer("compare")
                .definedBy(house + ".compare")
                .layer("baseline")
                .definedBy(house + ".baseline")
                .layer("run")
                .definedBy(house + ".run")
                .layer("explain")
                .definedBy(house + ".explain")
                .layer("server")
                .definedBy(house + ".server")
                .layer("verdict")
                .definedBy(house + ".verdict")
                .layer("model")
                .definedBy(house + ".model")
                .layer("measure")
                .definedBy(house + ".measure")
                .layer("source")
                .definedBy(house + ".source")
                .layer("drivers")
                .definedBy(house + ".source.nvidia", house + ".source.drm")
                .layer("gpu")
                .definedBy(house + ".source.gpu")
                .layer("memory")
                .definedBy(house + ".memory")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("server")
                .mayOnlyBeAccessedByLayers("cli", "gate")
                .whereLayer("drivers")
                .mayOnlyBeAccessedByLayers("source")
                .whereLayer("gpu")
                .mayOnlyBeAccessedByLayers("source", "drivers")
                .whereLayer("gate")
                .mayOnlyAccessLayers(
                        "report", "baseline", "run", "server", "verdict", "model", "measure", "source", "memory")
                .whereLayer("report")
                .mayOnlyAccessLayers("history", "compare", "baseline", "run", "explain", "verdict", "model", "memory")
                .whereLayer("history")
                .mayOnlyAccessLayers("run", "memory")
                .whereLayer("compare")
                .mayOnlyAccessLayers("run", "memory")
                .whereLayer("baseline")
                .mayOnlyAccessLayers("run", "memory")
                .whereLayer("run")
                .mayOnlyAccessLayers("verdict", "memory")
                .whereLayer("explain")
                .mayOnlyAccessLayers("verdict", "memory")
                .whereLayer("server")
                .mayOnlyAccessLayers("memory")
                .whereLayer("verdict")
                .mayOnlyAccessLayers("memory")
                .whereLayer("model")
                .mayOnlyAccessLayers("memory")
                .whereLayer("measure")
                .mayOnlyAccessLayers("source", "memory")
                .whereLayer("source")
                .mayOnlyAccessLayers("drivers", "gpu", "memory")
                .whereLayer("drivers")
                .mayOnlyAccessLayers("gpu", "memory")
                .whereLayer("gpu")
                .mayOnlyAccessLayers("memory")
                .whereLayer("memory")
                .mayNotAccessAnyLayer();
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is null-marked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not null-marked"));
            }
        };
    }

    /** A rule for a house, whichever package that is. */
    record Plan(String name, Function<String, ArchRule> rule) {

        ArchRule of(String house) {
            return rule.apply(house);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
