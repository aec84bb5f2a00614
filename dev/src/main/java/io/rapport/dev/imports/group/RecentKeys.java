package io.rapport.dev.imports.group;

/**
 * Remembers about the last million keys by their hashes, in 8 MB: enough to notice a file that is not in the order it was said
 * to be in. A key that was pushed out is forgotten, two keys of one hash (64 bits) are taken for the same.
 */
final class RecentKeys {
    private static final int SLOTS = 1 << 20;

    private final long[] slots = new long[SLOTS];

    void add(String key) {
        long hash = hash(key);
        slots[slot(hash)] = hash;
    }

    boolean contains(String key) {
        long hash = hash(key);
        return slots[slot(hash)] == hash;
    }

    private static int slot(long hash) {
        return (int) (hash >>> 40) & (SLOTS - 1);
    }

    /** FNV-1a, finished as MurmurHash3 does; never 0, which is an empty slot. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (hash ^ (hash >>> 33)) | 1;
    }
}
