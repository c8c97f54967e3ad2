package io.bridgehead.registration.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// The first two are public: Baidu's and Alibaba's.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "91110000802100433B",
                "91330100799655058B",
                "12330800MBEX00014N",
                "91330800MAEX0007X3",
                "91350700MAEX0031X1"
            })
    void takesValidCodes(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
    }

    @Test
    void noticesEveryCharacterThatIsMistyped() {
        String code = "91330800MAEX00037T";
        for (int i = 0; i < code.length(); i++) {
            for (int j = 0; j < ALPHABET.length(); j++) {
                char other = ALPHABET.charAt(j);
                if (other != code.charAt(i)) {
                    String mistyped = code.substring(0, i) + other + code.substring(i + 1);
                    assertThat(CreditCode.isValid(mistyped)).as(mistyped).isFalse();
                }
            }
        }
    }

    @Test
    void noticesNeighboursThatChangedPlaces() {
        String code = "91330800MAEX00037T";
        for (int i = 0; i + 1 < code.length(); i++) {
            if (code.charAt(i) != code.charAt(i + 1)) {
                String swapped =
                        code.substring(0, i)
                                + code.charAt(i + 1)
                                + code.charAt(i)
                                + code.substring(i + 2);
                assertThat(CreditCode.isValid(swapped)).as(swapped).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9133080",
                "91330800MAEX00037",
                "91330800MAEX00037TT",
                "91330800maex00037t",
                "91330800MAEX0003IT",
                "９１３３０８００MAEX00037T"
            })
    void refusesWhatIsNoCode(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }
}
