package io.rapport.profile.profile;

import org.jspecify.annotations.Nullable;

/**
 * What is to be taken out of a profile.
 *
 * @param identity {@code type:value} that it goes by, or the id of a profile that was merged into it
 * @param dryRun whether only to show what would happen
 */
record UnmergeRequest(@Nullable String identity, @Nullable Boolean dryRun) {
    boolean isDryRun() {
        return Boolean.TRUE.equals(dryRun);
    }
}
