package io.rapport.profile.condition.read;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a regular expression is with its counted repetitions written out, {@code (ab){3}} as {@code ababab}: what a
 * matcher of RE2's kind makes of it, and {@code ((a{999}){999}){999}} makes a billion. An estimate that errs on the safe side
 * for expressions that are none.
 */
final class Expansion {
    private final String expression;
    private final Deque<Long> groups = new ArrayDeque<>();
    private long sum;
    private long last;
    private int at;

    Expansion(String expression) {
        this.expression = expression;
    }

    /** Stops at a number that is too large for anything. */
    long size() {
        while (at < expression.length() && sum < Integer.MAX_VALUE) {
            step(expression.charAt(at));
            at++;
        }
        while (!groups.isEmpty()) {
            sum += groups.pop();
        }
        return sum;
    }

    private void step(char next) {
        switch (next) {
            case '(' -> {
                groups.push(sum);
                sum = 1;
            }
            case ')' -> close();
            case '[' -> {
                skipClass();
                item(1);
            }
            case '{' -> repeat();
            case '\\' -> {
                at++;
                item(1);
            }
            default -> item(1);
        }
    }

    private void item(long size) {
        last = size;
        sum += size;
    }

    private void close() {
        long inner = sum;
        sum = groups.isEmpty() ? 0 : groups.pop();
        item(inner);
    }

    /** A class may hold brackets of its own: {@code []a]}, {@code [[:alpha:]]}. */
    private void skipClass() {
        int end = at + 1;
        if (end < expression.length() && expression.charAt(end) == '^') {
            end++;
        }
        end++;
        while (end < expression.length() && expression.charAt(end) != ']') {
            boolean isEscape = expression.charAt(end) == '\\';
            boolean isNamed = expression.startsWith("[:", end) && expression.indexOf(":]", end) > 0;
            end = isNamed ? expression.indexOf(":]", end) + 2 : end + (isEscape ? 2 : 1);
        }
        at = Math.min(end, expression.length());
    }

    private void repeat() {
        int end = expression.indexOf('}', at);
        String counts = end < 0 ? "" : expression.substring(at + 1, end);
        if (!counts.matches("\\d{1,6}(,\\d{0,6})?")) {
            item(1);
            return;
        }
        String most = counts.substring(counts.indexOf(',') + 1);
        String least = counts.contains(",") ? counts.substring(0, counts.indexOf(',')) : counts;
        long times = Math.max(Long.parseLong(least), most.isEmpty() ? 1 : Long.parseLong(most));
        sum += last * Math.max(0, times - 1);
        last *= Math.max(1, times);
        at = end;
    }
}
