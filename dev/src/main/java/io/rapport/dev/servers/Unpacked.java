package io.rapport.dev.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;

/** A server's binaries on disk, in a folder named after their checksum, so that a new version never meets an old one. */
final class Unpacked {
    /** Writes the content of an archive into an empty folder. */
    interface Unpacking {
        void into(Path folder) throws IOException;
    }

    private Unpacked() {}

    static Path folder(Path runtime, String name, byte[] archive, Unpacking unpacking) {
        CRC32 checksum = new CRC32();
        checksum.update(archive);
        Path folder = runtime.resolve(name + "-" + Long.toHexString(checksum.getValue()));
        if (!Files.isDirectory(folder)) {
            unpackAside(folder, unpacking);
        }
        return folder;
    }

    /** Another process may do the same at this moment: the first one to finish has its folder taken. */
    private static void unpackAside(Path folder, Unpacking unpacking) {
        try {
            Files.createDirectories(folder.getParent());
            Path aside = Files.createTempDirectory(folder.getParent(), folder.getFileName() + ".");
            unpacking.into(aside);
            moveInPlace(aside, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + folder, e);
        }
    }

    private static void moveInPlace(Path aside, Path folder) throws IOException {
        try {
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Folders.delete(aside);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            Folders.delete(aside);
        }
    }
}
