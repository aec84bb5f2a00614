package io.rapport.dev.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.dev.process.Refusal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    @TempDir
    Path folder;

    @Test
    void anImportThatEndsLeavesTheFileThatTheNextOneLocks() {
        // Given
        Workspace.open(folder, "one").close();

        // Then
        assertThat(folder.resolve("one.lock")).exists();
        try (Workspace next = Workspace.open(folder, "one")) {
            assertThat(next.spillFolder()).isEqualTo(folder.resolve("one.spill"));
            assertThat(folder.resolve("one.lock")).exists();
        }
    }

    @Test
    void theSameImportNeverRunsTwiceAtATime() {
        try (Workspace first = Workspace.open(folder, "one")) {
            assertThatThrownBy(() -> Workspace.open(folder, "one")).isInstanceOf(Refusal.class);
            Workspace.open(folder, "other").close();
            assertThat(first.spillFolder()).doesNotExist();
        }
    }
}
