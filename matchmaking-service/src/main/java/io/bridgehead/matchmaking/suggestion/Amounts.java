package io.bridgehead.matchmaking.suggestion;

import io.bridgehead.matchmaking.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// Amounts as people say them: 3000万元, CNY 30 million. Two decimals at most.
final class Amounts {

    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    private Amounts() {}

    static String zh(Money money) {
        BigDecimal major = major(money);
        String figure =
                major.compareTo(YI) >= 0
                        ? in(major, YI) + "亿"
                        : major.compareTo(WAN) >= 0 ? in(major, WAN) + "万" : plain(major);
        return money.currency().equals("CNY") ? figure + "元" : figure + " " + money.currency();
    }

    static String en(Money money) {
        BigDecimal major = major(money);
        String figure =
                major.compareTo(BILLION) >= 0
                        ? in(major, BILLION) + " billion"
                        : major.compareTo(MILLION) >= 0
                                ? in(major, MILLION) + " million"
                                : plain(major);
        return money.currency() + " " + figure;
    }

    private static BigDecimal major(Money money) {
        int digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
        return BigDecimal.valueOf(money.amount(), Math.max(0, digits));
    }

    private static String in(BigDecimal amount, BigDecimal unit) {
        return plain(amount.divide(unit));
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
