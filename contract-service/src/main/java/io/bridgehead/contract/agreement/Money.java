package io.bridgehead.contract.agreement;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/// @param amount in the currency's minor unit (分)
/// @param currency ISO 4217
public record Money(long amount, String currency) {

    /// The greatest integer that every reader of JSON keeps exactly (RFC 8785 knows doubles only):
    /// some ninety trillion yuan.
    private static final long MOST = (1L << 53) - 1;

    /// @throws DraftingRejection when nobody can agree on it
    void requireAgreeable() {
        if (amount <= 0 || amount > MOST) {
            throw new DraftingRejection.AmountOutOfRange(amount);
        }
        try {
            var _ = Currency.getInstance(currency);
        } catch (IllegalArgumentException _) {
            throw new DraftingRejection.UnknownCurrency(currency);
        }
    }

    /// For people: `人民币 5,000,000.00 元`, `USD 1,200.50`.
    String inWords() {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        String figures =
                String.format(
                        Locale.ROOT, "%,." + digits + "f", BigDecimal.valueOf(amount, digits));
        return currency.equals("CNY") ? "人民币 " + figures + " 元" : currency + " " + figures;
    }
}
