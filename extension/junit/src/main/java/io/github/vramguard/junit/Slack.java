package io.github.vramguard.junit;

import io.github.vramguard.memory.ByteSize;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is permitted above a prediction: a percentage of it, or an amount; the other one is 0. */
record Slack(BigDecimal percent, long bytes) {

    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?) ?%");

    static Slack parse(String text) {
        Matcher percentage = PERCENTAGE.matcher(text);
        if (percentage.matches()) {
            return new Slack(new BigDecimal(percentage.group(1)), 0);
        }
        try {
            return new Slack(BigDecimal.ZERO, ByteSize.parse(text).bytes());
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    refused.getMessage() + ", or a share of what is predicted, such as \"10%\"", refused);
        }
    }

    /** A fraction of a byte is dropped. */
    long beyond(long predicted) {
        BigDecimal share = BigDecimal.valueOf(predicted).multiply(percent).movePointLeft(2);
        return Math.addExact(
                Math.addExact(predicted, bytes), share.toBigInteger().longValueExact());
    }
}
