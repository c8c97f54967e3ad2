package io.bridgehead.matchmaking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.Currency;

/// @param amount in the currency's minor unit (分); every reader of JSON keeps it exactly
/// @param currency ISO 4217
public record Money(@Positive @Max(9_007_199_254_740_991L) long amount, @NotNull String currency) {

    public boolean hasKnownCurrency() {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(currency));
    }

    public boolean isComparableWith(Money other) {
        return currency.equals(other.currency);
    }
}
