package io.rapport.benchmarks.accuracy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The folder with the public data sets, which are not part of the project. */
record DataFolder(Path path) {

    boolean exists() {
        return Files.isDirectory(path);
    }

    /** Opens a gzipped text file of the folder; the caller closes it. */
    BufferedReader open(String name) throws IOException {
        Path file = path.resolve(name);
        if (!Files.isReadable(file)) {
            throw new NoSuchFileException("there is no " + name + " in the data folder " + path);
        }
        GZIPInputStream unzipped = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
        return new BufferedReader(new InputStreamReader(unzipped, StandardCharsets.UTF_8));
    }
}
