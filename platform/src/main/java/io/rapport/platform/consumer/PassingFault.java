package io.rapport.platform.consumer;

/** Borne by an exception of our own that passes, such as a lost race: a batch is tried again, a caller is told to. */
public interface PassingFault {}
