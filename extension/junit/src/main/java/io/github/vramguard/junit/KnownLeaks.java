package io.github.vramguard.junit;

import io.github.vramguard.memory.ByteSize;
import io.github.vramguard.memory.Pool;
import io.github.vramguard.rule.Allowance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Reads {@link KnownLeak} annotations. */
final class KnownLeaks {

    private KnownLeaks() {}

    static List<Allowance> of(ExtensionContext context) {
        return Annotations.allNearest(context, KnownLeak.class).stream()
                .map(KnownLeaks::allowance)
                .toList();
    }

    private static Allowance allowance(KnownLeak known) {
        Optional<Pool> pool = Optional.of(known.pool())
                .filter(name -> !name.isEmpty())
                .map(name -> Attribute.parse("@KnownLeak(pool)", name, Pool::named));
        long upTo = Attribute.parse("@KnownLeak(upTo)", known.upTo(), text -> pool.map(given -> given.parse(text))
                .orElseGet(() -> ByteSize.parse(text).bytes()));
        if (known.reason().isBlank()) {
            throw new ExtensionConfigurationException(
                    "@KnownLeak(reason) is blank; name the issue in which the leak is tracked");
        }
        return new Allowance(pool, upTo, known.reason());
    }
}
