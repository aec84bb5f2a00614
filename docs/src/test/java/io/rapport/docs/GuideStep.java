package io.rapport.docs;

import java.time.Duration;
import java.util.List;

/**
 * One block of commands of a guide.
 *
 * @param line where it begins, for messages
 * @param commands shell text
 * @param expected what its output must hold, each
 * @param within how long it may be repeated until it holds them; zero: once
 */
record GuideStep(int line, String commands, List<String> expected, Duration within) {}
