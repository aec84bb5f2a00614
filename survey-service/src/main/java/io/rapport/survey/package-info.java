/** Surveys and quizzes, their targeting, responses and scoring. */
package io.rapport.survey;
