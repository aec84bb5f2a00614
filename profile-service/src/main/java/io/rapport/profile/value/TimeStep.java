package io.rapport.profile.value;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** A length of calendar time in which purchases are counted as one transaction, or in which a model measures time. */
public enum TimeStep {
    DAY(1),
    WEEK(7);

    /** Of the Gregorian calendar, over its cycle of 400 years. */
    private static final double DAYS_PER_MONTH = 365.2425 / 12;

    private final int days;

    TimeStep(int days) {
        this.days = days;
    }

    public double ofDays(long count) {
        return (double) count / days;
    }

    /** How many of it are in an average month: a week's is 4.348. */
    public double perMonth() {
        return DAYS_PER_MONTH / days;
    }

    /** The first day of the step that this day is in; weeks begin on Monday (ISO 8601). */
    LocalDate start(LocalDate day) {
        return this == DAY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
