package io.github.vramguard.field.cases;

import io.github.vramguard.field.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/** RocksDB. */
public final class RocksDbCases {

    static {
        // Only RocksDB and Options load the library by themselves
        RocksDB.loadLibrary();
    }

    private static final byte[] VALUE = new byte[100_000];

    private static final class Shared {
        static final RocksDB DB = opened();

        private static RocksDB opened() {
            try {
                return filled(RocksDB.open(folder()));
            } catch (IOException | RocksDBException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    public void ok_closed() throws Exception {
        try (Options options = new Options().setCreateIfMissing(true);
                RocksDB db = RocksDB.open(options, folder())) {
            filled(db);
        }
    }

    public void leak_notClosed() throws Exception {
        filled(Kept.forever(RocksDB.open(folder())));
    }

    @Needs(shared = true)
    public void ok_iterators() {
        for (int i = 0; i < 100; i++) {
            try (RocksIterator iterator = Shared.DB.newIterator()) {
                iterator.seekToFirst();
            }
        }
    }

    @Needs(shared = true)
    public void leak_iteratorsNotClosed() {
        for (int i = 0; i < 100; i++) {
            Kept.forever(Shared.DB.newIterator()).seekToFirst();
        }
    }

    public void leak_batchNotClosed() throws RocksDBException {
        WriteBatch batch = Kept.forever(new WriteBatch());
        for (int i = 0; i < 5; i++) {
            batch.put(new byte[] {(byte) i}, VALUE);
        }
    }

    public void leak_cachesNotClosed() {
        for (int i = 0; i < 10; i++) {
            Kept.forever(new LRUCache(8 << 20));
        }
    }

    private static RocksDB filled(RocksDB db) throws RocksDBException {
        for (int i = 0; i < 10; i++) {
            db.put(new byte[] {(byte) i}, VALUE);
        }
        return db;
    }

    private static String folder() throws IOException {
        Path folder = Files.createTempDirectory("field");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            for (var file : folder.toFile().listFiles()) {
                file.delete();
            }
            folder.toFile().delete();
        }));
        return folder.toString();
    }
}
