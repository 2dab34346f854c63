package io.github.vramguard.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * An amount of memory that is known within limits only.
 *
 * @param least the least it may be, in bytes
 * @param most the most it may be, in bytes
 * @since 0.1.0
 */
@API(status = Status.EXPERIMENTAL, since = "0.1.0")
public record ByteRange(long least, long most) {

    static ByteRange within(long bytes, int percent) {
        long error = bytes / 100 * percent;
        return new ByteRange(bytes - error, Math.addExact(bytes, error));
    }

    /** Or nothing. */
    ByteRange perhaps() {
        return new ByteRange(0, most);
    }

    ByteRange plus(long exactly) {
        return plus(new ByteRange(exactly, exactly));
    }

    ByteRange plus(ByteRange other) {
        return new ByteRange(Math.addExact(least, other.least), Math.addExact(most, other.most));
    }
}
