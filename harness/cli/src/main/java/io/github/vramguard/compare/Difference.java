package io.github.vramguard.compare;

import io.github.vramguard.run.Quantity;
import io.github.vramguard.statistics.Median;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How one quantity differs.
 *
 * @param quantity the quantity
 * @param change the change
 * @param base its amounts before, one for each run; none if it is new
 * @param head its amounts now; none if it is not measured any more
 * @param shift by how much it differs; empty where a side has no amounts
 * @param note why it is not measured any more; empty if it is
 */
public record Difference(
        Quantity quantity, Change change, List<Long> base, List<Long> head, Optional<Shift> shift, String note)
        implements Comparable<Difference> {

    private static final Comparator<Difference> ORDER =
            Comparator.comparing(Difference::change).thenComparing(Difference::quantity);

    /** Copies the lists. */
    public Difference {
        base = List.copyOf(base);
        head = List.copyOf(head);
    }

    static Difference between(Quantity quantity, List<Long> base, List<Long> head) {
        Shift shift = Shift.of(base, head);
        long tolerance = quantity.tolerance(Median.lower(base));
        Change change =
                shift.lower() > tolerance ? Change.WORSE : shift.upper() < -tolerance ? Change.BETTER : Change.SAME;
        return new Difference(quantity, change, base, head, Optional.of(shift), "");
    }

    static Difference fresh(Quantity quantity, List<Long> head) {
        return new Difference(quantity, Change.NEW, List.of(), head, Optional.empty(), "");
    }

    static Difference unread(Quantity quantity, List<Long> base, String why) {
        return new Difference(quantity, Change.UNREAD, base, List.of(), Optional.empty(), why);
    }

    @Override
    public int compareTo(Difference other) {
        return ORDER.compare(this, other);
    }
}
