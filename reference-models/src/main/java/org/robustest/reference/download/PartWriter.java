package org.robustest.reference.download;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;

/** Writes a body as it comes in, counts its bytes, and gives up when there are more than any file should have. */
final class PartWriter implements BodySubscriber<Long> {

    private final OutputStream out;
    private final AtomicLong received;
    private final long mostBytes;
    private final CompletableFuture<Long> result = new CompletableFuture<>();
    private Optional<Subscription> subscription = Optional.empty();

    PartWriter(OutputStream out, AtomicLong received, long mostBytes) {
        this.out = out;
        this.received = received;
        this.mostBytes = mostBytes;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = Optional.of(newSubscription);
        newSubscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (ByteBuffer buffer : buffers) {
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                if (received.addAndGet(bytes.length) > mostBytes) {
                    throw TransferException.lasting("the server sends more than " + mostBytes + " bytes");
                }
                out.write(bytes);
            }
            subscription.ifPresent(source -> source.request(1));
        } catch (IOException e) {
            subscription.ifPresent(Subscription::cancel);
            onError(e);
        }
    }

    @Override
    public void onError(Throwable problem) {
        try {
            out.close();
        } catch (IOException e) {
            problem.addSuppressed(e);
        }
        result.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
        try {
            out.close();
            result.complete(received.get());
        } catch (IOException e) {
            result.completeExceptionally(e);
        }
    }
}
