package io.rapport.survey.quiz;

/** Another service's. */
public record Quiz(String id) {}
