package io.github.vramguard.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** A way to damage a file. */
enum Fault {
    FLIPPED_BIT {
        @Override
        byte[] in(byte[] file, Random random) {
            file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            return file;
        }
    },
    CUT_OFF {
        @Override
        byte[] in(byte[] file, Random random) {
            return Arrays.copyOf(file, 1 + random.nextInt(file.length));
        }
    },
    ANOTHER_LENGTH {
        @Override
        byte[] in(byte[] file, Random random) {
            if (file.length > Long.BYTES) {
                little(file).putLong(random.nextInt(file.length - Long.BYTES), Extreme.anyLong(random));
            }
            return file;
        }
    },
    ANOTHER_NUMBER {
        @Override
        byte[] in(byte[] file, Random random) {
            if (file.length > Integer.BYTES) {
                little(file).putInt(random.nextInt(file.length - Integer.BYTES), (int) Extreme.anyLong(random));
            }
            return file;
        }
    },
    ANOTHER_COUNT {
        @Override
        byte[] in(byte[] file, Random random) {
            if (file.length >= HEADER) {
                little(file).putLong(random.nextBoolean() ? TENSORS : KEYS, Extreme.anyLong(random));
            }
            return file;
        }
    },
    /** Some bytes stand there twice: a second key of the same name, another value. */
    TWICE {
        @Override
        byte[] in(byte[] file, Random random) {
            int from = random.nextInt(file.length);
            int bytes = Math.min(file.length - from, 1 + random.nextInt(64));
            byte[] longer = Arrays.copyOf(file, file.length + bytes);
            System.arraycopy(file, from, longer, from + bytes, file.length - from);
            return longer;
        }
    },
    LEFT_OUT {
        @Override
        byte[] in(byte[] file, Random random) {
            int from = random.nextInt(file.length);
            int bytes = Math.min(file.length - from - 1, 1 + random.nextInt(64));
            byte[] shorter = Arrays.copyOf(file, file.length - bytes);
            System.arraycopy(file, from + bytes, shorter, from, shorter.length - from);
            return shorter;
        }
    };

    private static final int TENSORS = 8;
    private static final int KEYS = 16;
    private static final int HEADER = 24;

    /** What remains is at least one byte. */
    abstract byte[] in(byte[] file, Random random);

    static Fault any(Random random) {
        return values()[random.nextInt(values().length)];
    }

    private static ByteBuffer little(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }
}
