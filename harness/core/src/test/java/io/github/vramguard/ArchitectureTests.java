package io.github.vramguard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
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
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
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

    /** Each room, and the rooms that it may import; what is not named here has no place in the house. */
    private static final Map<String, List<String>> ROOMS = Map.ofEntries(
            entry(
                    "",
                    List.of("gate", "config", "message", "verdict", "measure", "source.linux", "source.spi", "memory")),
            entry("gate", List.of("config", "server", "rule", "verdict", "measure", "source", "source.spi", "memory")),
            entry("report", List.of("report.ci", "config", "run", "verdict", "memory")),
            entry("report.ci", List.of("report.html", "config", "run", "verdict", "memory")),
            entry("report.html", List.of("run", "memory")),
            entry("config", List.of("verdict", "measure", "memory")),
            entry("baseline", List.of("run", "memory")),
            entry("message", List.of("explain", "model", "rule", "verdict", "memory")),
            entry("explain", List.of("rule", "verdict", "memory")),
            entry("run", List.of("rule", "verdict", "memory")),
            entry("server", List.of("measure", "model", "source.spi", "memory")),
            entry("rule", List.of("verdict", "statistics", "memory")),
            entry("verdict", List.of("memory")),
            entry("statistics", List.of()),
            entry("model", List.of("memory")),
            entry("measure", List.of("source.spi", "memory")),
            entry(
                    "source",
                    List.of(
                            "source.nvidia",
                            "source.drm",
                            "source.gpu",
                            "source.malloc",
                            "source.linux",
                            "source.jvm",
                            "source.spi",
                            "memory")),
            entry("source.nvidia", List.of("source.gpu", "source.linux", "source.spi", "memory")),
            entry("source.drm", List.of("source.gpu", "source.linux", "source.spi", "memory")),
            entry("source.gpu", List.of("source.linux", "source.spi", "memory")),
            entry("source.malloc", List.of("source.linux", "source.jvm", "source.spi", "memory")),
            entry("source.linux", List.of("source.jvm", "source.spi", "memory")),
            entry("source.jvm", List.of("source.spi", "memory")),
            entry("source.spi", List.of("memory")),
            entry("memory", List.of()));

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

    static List<Plan> rules() {
        return List.of(
                new Plan("each room imports only what the plan says", ArchitectureTests::rooms),
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

    /** A rule of the plan for each room, and one that there are no others. */
    private static ArchRule rooms(String house) {
        return classes().should(new ArchCondition<>("live in a room and import only what that room may") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<String> doors = ROOMS.get(room(house, type));
                if (doors == null) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " lives in a room that is not planned"));
                    return;
                }
                type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> use.getTargetClass().getPackageName().startsWith(house))
                        .filter(use -> !use.getTargetClass().getPackageName().equals(type.getPackageName()))
                        .filter(use -> !doors.contains(room(house, use.getTargetClass())))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(use, use.getDescription())));
            }
        });
    }

    private static String room(String house, JavaClass type) {
        return type.getPackageName().substring(house.length()).replaceFirst("^\\.", "");
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
