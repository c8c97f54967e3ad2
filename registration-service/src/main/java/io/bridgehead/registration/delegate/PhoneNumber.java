package io.bridgehead.registration.delegate;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mobile number, in one form however it was written, so that it finds the same person.
///
/// @param value eleven digits for the mainland (`13900001007`); with plus and country code for others
///     (`+85261234567`), as ITU-T E.164 has them
public record PhoneNumber(String value) {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s()\\-.\u2010-\u2015]");
    private static final Pattern MAINLAND = Pattern.compile("(?:(?:\\+|00)?86)?(1[3-9]\\d{9})");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:\\+|00)([1-9]\\d{6,14})");

    /// @return nothing for what is no mobile number
    public static Optional<PhoneNumber> parse(String written) {
        String digits =
                SEPARATORS
                        .matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                        .replaceAll("");
        Matcher mainland = MAINLAND.matcher(digits);
        if (mainland.matches()) {
            return Optional.of(new PhoneNumber(mainland.group(1)));
        }
        Matcher elsewhere = ELSEWHERE.matcher(digits);
        return elsewhere.matches() && !elsewhere.group(1).startsWith("86")
                ? Optional.of(new PhoneNumber("+" + elsewhere.group(1)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "PhoneNumber[hidden]";
    }
}
