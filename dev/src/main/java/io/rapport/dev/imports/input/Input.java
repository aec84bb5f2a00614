package io.rapport.dev.imports.input;

import java.nio.charset.Charset;

/** All that a mapping says of its files. */
public record Input(InputFormat format, Charset charset, FieldCleaning cleaning) {}
