package io.bridgehead.matchmaking.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12330800MBEX00014N",
                "91330800MAEX0007X3",
                "91361100MAEX00125X",
                "12350700MBEX0033XA"
            })
    void aRightOneIsTaken(String code) {
        assertThat(CreditCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12330800MBEX00014M",
                "12330800MBEX00041N",
                "12330800MBEX0001N",
                "12330800MBEX000I4N",
                "12330800mbex00014n",
                ""
            })
    void aSlipOfThePenIsSeen(String code) {
        assertThat(CreditCode.isValid(code)).isFalse();
    }
}
