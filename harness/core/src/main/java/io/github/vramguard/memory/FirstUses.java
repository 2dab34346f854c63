package io.github.vramguard.memory;

import io.github.vramguard.memory.Use.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a target used for the first time between the first and the last level of a trace.
 *
 * @param areKnown whether all kinds of uses were seen at both levels, so that what is not listed was not used for the first time
 * @param uses the libraries, the largest first, then files; compilers at work at the last level; the classes are one
 *     use, of as many as were loaded
 * @since 0.1.0
 */
@API(status = Status.INTERNAL, since = "0.1.0")
public record FirstUses(boolean areKnown, List<Use> uses) {

    private static final int MOST = 3;

    /** Copies the list. */
    public FirstUses {
        uses = List.copyOf(uses);
    }

    /**
     * Returns the first uses in a trace.
     *
     * @param trace settled levels
     * @return what the last level has and the first has not
     */
    public static FirstUses in(Trace trace) {
        List<Snapshot> levels = trace.levels();
        List<Use> before = levels.get(0).uses();
        List<Use> after = levels.get(levels.size() - 1).uses();
        boolean areKnown =
                Stream.of(Kind.LIBRARY, Kind.CLASSES).allMatch(kind -> has(before, kind) && has(after, kind));
        List<Use> first = new ArrayList<>(after.stream()
                .filter(use -> use.kind() != Kind.CLASSES && has(before, Kind.LIBRARY))
                .filter(use -> use.kind() == Kind.COMPILER || isNew(use, before))
                .sorted(Comparator.comparing(Use::kind)
                        .thenComparing(Use::amount, Comparator.reverseOrder())
                        .thenComparing(Use::name))
                .toList());
        long classes = sum(after, Kind.CLASSES) - sum(before, Kind.CLASSES);
        if (has(before, Kind.CLASSES) && classes > 0) {
            first.add(Use.classes(classes));
        }
        return new FirstUses(areKnown, first);
    }

    private static boolean isNew(Use use, List<Use> before) {
        return before.stream()
                .noneMatch(known -> known.kind() == use.kind() && known.name().equals(use.name()));
    }

    private static boolean has(List<Use> uses, Kind kind) {
        return uses.stream().anyMatch(use -> use.kind() == kind);
    }

    private static long sum(List<Use> uses, Kind kind) {
        return uses.stream()
                .filter(use -> use.kind() == kind)
                .mapToLong(Use::amount)
                .sum();
    }

    /**
     * Returns how much of a kind was used for the first time.
     *
     * @param kind the kind
     * @return bytes of libraries, or how many
     */
    public long of(Kind kind) {
        return sum(uses, kind);
    }

    /**
     * Names the uses of some kinds.
     *
     * @param kinds the kinds
     * @return the largest of each, such as {@code libtensorflow_cc.so (412 MiB) and 5 more libraries were loaded}; empty if there
     *     are none
     */
    public Optional<String> named(Kind... kinds) {
        List<String> clauses = Stream.of(kinds)
                .filter(kind -> has(uses, kind))
                .map(this::named)
                .toList();
        return clauses.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", clauses));
    }

    private String named(Kind kind) {
        List<Use> some = uses.stream().filter(use -> use.kind() == kind).toList();
        String names = some.stream().limit(MOST).map(FirstUses::name).collect(Collectors.joining(", "));
        String more = some.size() > MOST ? " and " + (some.size() - MOST) + " more" : "";
        return switch (kind) {
            case LIBRARY -> names + more + (some.size() == 1 ? " was loaded" : " were loaded");
            case CLASSES -> of(kind) + (of(kind) == 1 ? " class was loaded" : " classes were loaded");
            case FILE -> names + more + (some.size() == 1 ? " was opened" : " were opened");
            case COMPILER -> "the JVM was still compiling";
        };
    }

    private static String name(Use use) {
        return use.kind() == Kind.LIBRARY ? use.name() + " (" + new ByteSize(use.amount()) + ")" : use.name();
    }
}
