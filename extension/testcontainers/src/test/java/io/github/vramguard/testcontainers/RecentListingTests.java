package io.github.vramguard.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vramguard.testcontainers.RecentListing.Listed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clock and Docker's answers are the test's own. */
class RecentListingTests {

    private final List<Listed> docker = new ArrayList<>();
    private long now = -1;
    private int asked;

    private final RecentListing listing = new RecentListing(this::answer, () -> now);

    private List<Listed> answer() {
        asked++;
        return List.copyOf(docker);
    }

    private void docker(String... states) {
        docker.clear();
        for (String state : states) {
            docker.add(new Listed("c" + docker.size(), state));
        }
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void onlyContainersThatRunAreListed() throws IOException {
        docker("running", "exited", "paused", "dead", "removing", "created", "restarting");

        assertThat(listing.running(7)).containsExactlyInAnyOrder("c0", "c2");
    }

    @Test
    void dockerIsAskedAgainAfterAQuarterOfASecond() throws IOException {
        docker("running");
        listing.running(1);
        docker();

        pass(RecentListing.FRESH.minusNanos(1));
        assertThat(listing.running(1)).containsExactly("c0");
        pass(Duration.ofNanos(1));
        assertThat(listing.running(1)).isEmpty();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void aCreationIsAReasonToAskAtOnce() throws IOException {
        docker("running");
        listing.running(1);
        docker("running", "running");

        assertThat(listing.running(2)).containsExactlyInAnyOrder("c0", "c1");
    }

    @Test
    void aContainerThatWasNoticedBeforeDockerHadItIsSeenAsSoonAsItRuns() throws IOException {
        assertThat(listing.running(1)).isEmpty();
        docker("created");
        assertThat(listing.running(1)).isEmpty();
        docker("running");

        assertThat(listing.running(1)).containsExactly("c0");
    }

    @Test
    void ofTwoThatAreOnTheirWayTheSecondIsNotForgotten() throws IOException {
        docker("running");
        listing.running(2);
        docker("running", "running");

        assertThat(listing.running(2)).containsExactlyInAnyOrder("c0", "c1");
    }

    @Test
    void aCreationThatFailedIsGivenUpAfterAMinute() throws IOException {
        listing.running(1);
        pass(RecentListing.PATIENCE);
        listing.running(1);
        int before = asked;

        listing.running(1);

        assertThat(asked).isEqualTo(before);
    }

    @Test
    void anAnswerThatFailedIsAskedForAgain() throws IOException {
        List<String> refusals = new ArrayList<>(List.of("refused"));
        RecentListing failing = new RecentListing(
                () -> {
                    if (!refusals.isEmpty()) {
                        throw new IOException(refusals.remove(0));
                    }
                    return List.of(new Listed("c0", "running"));
                },
                () -> now);

        assertThatThrownBy(() -> failing.running(1)).hasMessage("refused");
        assertThat(failing.running(1)).containsExactly("c0");
    }
}
