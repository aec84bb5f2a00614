package io.rapport.dev.testing;

import io.rapport.dev.HostFiles;
import io.rapport.dev.process.ProcessLedger;
import io.rapport.dev.servers.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What hosts that were killed have left: their servers are ended, their folders removed. */
record AbandonedRuns(HostFiles own) {
    void clear() {
        for (HostFiles run : others()) {
            ProcessLedger ledger = ProcessLedger.at(run.ledger());
            if (ledger.find(TestServersHost.HOST).isEmpty()) {
                ledger.endAll();
                Folders.delete(run.home());
            }
        }
    }

    private List<HostFiles> others() {
        try (Stream<Path> folders = Files.list(own.folder())) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(own.home()) && !folder.equals(own.runtime()))
                    .map(folder ->
                            new HostFiles(own.folder(), folder.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + own.folder(), e);
        }
    }
}
