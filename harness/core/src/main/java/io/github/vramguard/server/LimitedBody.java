package io.github.vramguard.server;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** A body that is read into memory, and given up when it is too large for that. */
final class LimitedBody implements BodySubscriber<byte[]> {

    static final int MOST_BYTES = 16 << 20;

    private final BodySubscriber<byte[]> body = BodySubscribers.ofByteArray();
    private @Nullable Subscription subscription;
    private long bytes;

    @Override
    public CompletionStage<byte[]> getBody() {
        return body.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        body.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        bytes += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytes <= MOST_BYTES) {
            body.onNext(part);
        } else if (subscription != null) {
            subscription.cancel();
            body.onError(new IOException("a body of more than " + (MOST_BYTES >> 20) + " MiB"));
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.onError(failure);
    }

    @Override
    public void onComplete() {
        body.onComplete();
    }
}
