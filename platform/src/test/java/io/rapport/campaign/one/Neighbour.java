package io.rapport.campaign.one;

import io.rapport.campaign.two.Round;
import io.rapport.survey.quiz.Quiz;

/** Uses another service, and a feature that uses this one. */
public record Neighbour(Quiz quiz, Round round) {}
