package io.bridgehead.matchmaking.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.matchmaking.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "3000000000, CNY, 3000万元, CNY 30 million",
        "15000000000, CNY, 1.5亿元, CNY 150 million",
        "1234567, CNY, 1.23万元, CNY 12345.67",
        "99950, CNY, 999.5元, CNY 999.5",
        "250000000000, USD, 25亿 USD, USD 2.5 billion",
        "30000000, JPY, 3000万 JPY, JPY 30 million",
    })
    void areSaidAsPeopleSayThem(long minor, String currency, String zh, String en) {
        Money money = new Money(minor, currency);

        assertThat(Amounts.zh(money)).isEqualTo(zh);
        assertThat(Amounts.en(money)).isEqualTo(en);
    }
}
