import java.util.ArrayList;
import java.util.List;

/** The mistake: a static collection. */
final class Retained {

    private static final List<Object> OBJECTS = new ArrayList<>();

    private Retained() {}

    static void add(Object object) {
        OBJECTS.add(object);
    }
}
