package io.github.vramguard.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Runs test cases through JUnit.
 *
 * @param parameters the configuration parameters of JUnit
 */
public record Kit(Map<String, String> parameters) {

    /** Measures all pools and waits no longer than readings that hold still at once need. */
    static Kit quick() {
        return new Kit(Map.of())
                .with("vramguard.report.formats", "none")
                .with("vramguard.settle.window", "20")
                .with("vramguard.settle.gpu-window", "20")
                .with("vramguard.settle.timeout", "2000");
    }

    /** Measures what {@link ScriptedGpu} says and nothing of this JVM, so that nothing is collected and nothing waited for. */
    static Kit scripted() {
        return measuring("gpu0")
                .with("vramguard.sources", ScriptedGpu.NAME)
                .with("vramguard.settle.window", "1")
                .with("vramguard.settle.gpu-window", "1");
    }

    /** Measures one pool only. */
    public static Kit measuring(String pool) {
        return quick().with("vramguard.pools", pool);
    }

    Kit with(String key, String value) {
        Map<String, String> more = new HashMap<>(parameters);
        more.put(key, value);
        return new Kit(more);
    }

    public Ran run(Class<?>... types) {
        return run(Arrays.stream(types)
                .<DiscoverySelector>map(type -> selectClass(type))
                .toList());
    }

    public Ran run(Class<?> type, String method) {
        return run(
                ReflectionSupport.findMethods(
                                type, found -> found.getName().equals(method), HierarchyTraversalMode.BOTTOM_UP)
                        .stream()
                        .limit(1)
                        .<DiscoverySelector>map(found -> selectMethod(type, found))
                        .toList());
    }

    /** Runs what a tool selects that runs failed tests again. */
    Ran again(String... uniqueIds) {
        return run(Arrays.stream(uniqueIds)
                .<DiscoverySelector>map(id -> selectUniqueId(id))
                .toList());
    }

    private Ran run(List<DiscoverySelector> selectors) {
        return new Ran(EngineTestKit.engine("junit-jupiter")
                .selectors(selectors.toArray(DiscoverySelector[]::new))
                .configurationParameters(parameters)
                .execute());
    }
}
