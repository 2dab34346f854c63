package io.github.vramguard.testcontainers;

import com.github.dockerjava.api.model.Container;
import io.github.vramguard.testcontainers.RecentListing.Listed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/** Asks Docker for the containers of this session of Testcontainers: for each JVM there is one. */
final class DockerListing {

    static final RecentListing OF_THIS_SESSION = new RecentListing(DockerListing::ask, System::nanoTime);

    private static final Map<String, String> LABEL =
            Map.of(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID);

    private DockerListing() {}

    private static List<Listed> ask() throws IOException {
        try {
            List<Container> containers = DockerClientFactory.lazyClient()
                    .listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(LABEL)
                    .exec();
            return containers.stream()
                    .map(container -> new Listed(container.getId(), container.getState()))
                    .toList();
        } catch (RuntimeException refused) {
            throw new IOException("Docker does not list its containers: " + refused.getMessage(), refused);
        }
    }
}
